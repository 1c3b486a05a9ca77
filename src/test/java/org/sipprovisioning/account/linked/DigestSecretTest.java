package org.sipprovisioning.account.linked;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipprovisioning.space.DigestAlgorithm;

class DigestSecretTest {
    private final DigestSecret secret = new DigestSecret();

    DigestSecretTest() {
        secret.setUsername("bob");
        secret.setRealm("dav");
        secret.setPassword("pw", "challenged");
    }

    @Test
    void isMadeForTheRealmOfTheChallenges() {
        assertThat(secret.ha1()).isEqualTo(DigestAlgorithm.MD5.ha1("bob", "challenged", "pw"));
        assertThat(secret.needsPassword()).isFalse();
    }

    static Stream<Consumer<DigestSecret>> changes() {
        return Stream.of(
                changed -> changed.setUsername("Bob"),
                changed -> changed.setUsername(null),
                changed -> changed.setRealm("Dav"),
                changed -> changed.setRealm(null),
                changed -> changed.setAlgorithm(DigestAlgorithm.SHA_256),
                changed -> changed.voidUnless(false));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void isVoidAsSoonAsSomethingChanges(Consumer<DigestSecret> change) {
        change.accept(secret);

        assertThat(secret.ha1()).isNull();
        assertThat(secret.needsPassword()).isTrue();
    }

    @Test
    void staysVoidWhenTheChangeIsTakenBack() {
        secret.setUsername("Bob");
        secret.setUsername("bob");

        assertThat(secret.needsPassword()).isTrue();
    }

    @Test
    void staysWhileNothingChanges() {
        secret.setUsername("bob");
        secret.setRealm("dav");
        secret.setAlgorithm(DigestAlgorithm.MD5);
        secret.setAlgorithm(null);
        secret.voidUnless(true);

        assertThat(secret.ha1()).isEqualTo(DigestAlgorithm.MD5.ha1("bob", "challenged", "pw"));
    }

    @Test
    void isNeededWhileThereWasNoPassword() {
        assertThat(new DigestSecret().needsPassword()).isTrue();
        assertThat(new DigestSecret().algorithm()).isEqualTo(DigestAlgorithm.MD5);
    }
}
