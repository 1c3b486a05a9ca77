package org.sipprovisioning.account.linked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.account.IdentityChange;
import org.sipprovisioning.account.SampleAccounts;
import org.sipprovisioning.fault.InvalidInput;
import org.sipprovisioning.space.SampleSpaces;
import org.sipprovisioning.space.Space;

class CredentialConflictsTest {
    private final Space space = SampleSpaces.kept(SampleSpaces.of("example.org", "{'realm':'ours'}"), 1);
    private final Account alice = SampleAccounts.of(space, "alice", "{}");
    private final List<CardDavCredential> kept = new ArrayList<>();
    private Optional<ExternalAccount> external = Optional.empty();
    private final CredentialConflicts conflicts = new CredentialConflicts();

    CredentialConflictsTest() {
        conflicts.externals = new ExternalAccounts() {
            @Override
            public Optional<ExternalAccount> of(Account account) {
                return external;
            }
        };
        conflicts.cardDavs = new CardDavCredentials() {
            @Override
            public List<CardDavCredential> of(Account account) {
                return kept;
            }
        };
    }

    @Test
    void accountIsNoTwinOfTheOthers() {
        external = external("bob", "theirs");
        kept.add(cardDav(1, "carla", "dav"));
        allows(() -> conflicts.identityChanges(new IdentityChange(alice)));

        external = external("alice", "theirs");
        kept.add(cardDav(2, "alice", "dav"));
        allows(() -> conflicts.identityChanges(new IdentityChange(alice)));

        external = external("alice", "ours");
        refuses(() -> conflicts.identityChanges(new IdentityChange(alice)));

        external = Optional.empty();
        allows(() -> conflicts.identityChanges(new IdentityChange(alice)));
        kept.add(cardDav(3, "alice", "ours"));
        refuses(() -> conflicts.identityChanges(new IdentityChange(alice)));
    }

    @Test
    void externalAccountIsNoTwinOfTheOthers() {
        kept.add(cardDav(1, "carla", "dav"));

        allows(() -> conflicts.refuse(external("alice", "theirs").orElseThrow()));
        allows(() -> conflicts.refuse(external("carla", "theirs").orElseThrow()));
        refuses(() -> conflicts.refuse(external("alice", "ours").orElseThrow()));
        refuses(() -> conflicts.refuse(external("carla", "dav").orElseThrow()));
    }

    @Test
    void realmOfAnExternalAccountMayBeItsDomain() {
        kept.add(cardDav(1, "bob", "ext.example"));

        refuses(() -> conflicts.refuse(SampleLinks.external(
                        alice, "{'username':'bob','domain':'ext.example','password':'pw','protocol':'TLS'}")
                .orElseThrow()));
    }

    @Test
    void cardDavCredentialIsNoTwinOfTheOthers() {
        external = external("bob", "theirs");
        kept.add(cardDav(1, "carla", "dav"));

        allows(() -> conflicts.refuse(cardDav(2, "carla", "other")));
        allows(() -> conflicts.refuse(cardDav(2, "bob", "dav")));
        allows(() -> conflicts.refuse(cardDav(2, "Alice", "ours")));
        refuses(() -> conflicts.refuse(cardDav(2, "carla", "dav")));
        refuses(() -> conflicts.refuse(cardDav(2, "bob", "theirs")));
        refuses(() -> conflicts.refuse(cardDav(2, "alice", "ours")));
    }

    @Test
    void cardDavCredentialIsNoTwinOfItsFormerSelf() {
        kept.add(cardDav(1, "carla", "dav"));

        allows(() -> conflicts.refuse(cardDav(1, "carla", "dav")));
    }

    private Optional<ExternalAccount> external(String username, String realm) {
        return SampleLinks.external(
                alice,
                "{'username':'" + username + "','realm':'" + realm
                        + "','domain':'ext.example','password':'pw','protocol':'TLS'}");
    }

    private CardDavCredential cardDav(long server, String username, String realm) {
        return SampleLinks.cardDav(
                alice,
                SampleSpaces.cardDav(space, server, "{'uri':'https://dav.example/'}"),
                "{'username':'" + username + "','realm':'" + realm + "','password':'pw'}");
    }

    private static void allows(ThrowingCallable call) {
        assertThatCode(call).doesNotThrowAnyException();
    }

    private static void refuses(ThrowingCallable call) {
        assertThat(catchThrowableOfType(InvalidInput.class, call).errors()).containsOnlyKeys("username");
    }
}
