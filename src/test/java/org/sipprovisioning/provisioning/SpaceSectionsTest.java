package org.sipprovisioning.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.PhoneConfig.line;
import static org.sipprovisioning.it.PhoneConfig.overwriting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.account.SampleAccounts;
import org.sipprovisioning.account.linked.SampleLinks;
import org.sipprovisioning.it.PhoneConfig;
import org.sipprovisioning.provisioning.hooks.HookTests;
import org.sipprovisioning.request.FakeRequest;
import org.sipprovisioning.settings.Configured;
import org.sipprovisioning.space.CardDavServer;
import org.sipprovisioning.space.SampleSpaces;
import org.sipprovisioning.space.Space;
import org.sipprovisioning.space.SpaceReader;

class SpaceSectionsTest {
    private static final Origin ORIGIN = Origin.of("https", "example.org", 443, "");
    private static final String FIRST = "remote_contact_directory_0";

    private final Space space = SampleSpaces.kept(SampleSpaces.of("example.org"), 1);
    private final Account alice = SampleAccounts.of(space, "alice", "{'password':'secret'}");
    private final List<CardDavServer> servers = new ArrayList<>();

    @Test
    void addressBooksComeBeforeTheAccount() {
        CardDavServer one = add("https://one.example/");
        add("https://two.example/");

        PhoneConfig config = PhoneConfig.read(accountDocuments("[net]\nmtu=1300")
                .of(
                        alice,
                        SampleLinks.external(
                                alice, "{'username':'b','domain':'ext.example','password':'pw','protocol':'TLS'}"),
                        List.of(SampleLinks.cardDav(alice, one, "{'username':'c','realm':'dav','password':'pw'}")),
                        ORIGIN,
                        true));

        assertThat(config.sections())
                .containsExactly(
                        "net",
                        "misc",
                        "ui",
                        FIRST,
                        "remote_contact_directory_1",
                        "proxy_0",
                        "auth_info_0",
                        "proxy_1",
                        "auth_info_1",
                        "auth_info_2");
        assertThat(config.value(FIRST, "uri")).isEqualTo("https://one.example/");
        assertThat(config.value("remote_contact_directory_1", "uri")).isEqualTo("https://two.example/");
        assertThat(config.value("auth_info_2", "domain")).isEqualTo("one.example");
    }

    @Test
    void baseDocumentHasThemTooAllOverwriting() {
        add("https://one.example/");

        PhoneConfig config = base(publicDocuments(""));

        assertThat(config.sections()).containsExactly("misc", FIRST);
        assertThat(config.of(FIRST))
                .containsExactly(
                        overwriting(FIRST, "enabled", "1"),
                        overwriting(FIRST, "type", "carddav"),
                        overwriting(FIRST, "uri", "https://one.example/"),
                        overwriting(FIRST, "min_characters", "3"),
                        overwriting(FIRST, "results_limit", "0"),
                        overwriting(FIRST, "timeout", "5"),
                        overwriting(FIRST, "delay", "500"),
                        overwriting(FIRST, "carddav_fields_for_user_input", ""),
                        overwriting(FIRST, "carddav_fields_for_domain", ""),
                        overwriting(FIRST, "carddav_use_exact_match_policy", "0"));
    }

    @Test
    void theySitBesideTheBasesOwn() {
        add("https://one.example/");
        add("https://two.example/");

        PhoneConfig config = base(
                publicDocuments("[remote_contact_directory_0]\ntype=ldap\n[remote_contact_directory_2]\ntype=carddav"));

        assertThat(config.of(FIRST)).containsExactly(line(FIRST, "type", "ldap"));
        assertThat(config.value("remote_contact_directory_1", "uri")).isEqualTo("https://one.example/");
        assertThat(config.of("remote_contact_directory_2"))
                .containsExactly(line("remote_contact_directory_2", "type", "carddav"));
        assertThat(config.value("remote_contact_directory_3", "uri")).isEqualTo("https://two.example/");
        assertThat(config.sections()).doesNotContain("remote_contact_directory_4");
    }

    @Test
    void keptDocumentIsOfTheAddressBooksAsTheyAreNow() {
        PublicDocuments documents = publicDocuments("");
        assertThat(base(documents).sections()).containsExactly("misc");
        assertThat(documents.of(space, ORIGIN)).isSameAs(documents.of(space, ORIGIN));

        CardDavServer server = add("https://one.example/");
        assertThat(base(documents).value(FIRST, "enabled")).isEqualTo("1");
        assertThat(documents.of(space, ORIGIN)).isSameAs(documents.of(space, ORIGIN));

        SampleSpaces.change(server, "{'enabled':false}");
        assertThat(base(documents).value(FIRST, "enabled")).isEqualTo("0");

        servers.clear();
        assertThat(base(documents).sections()).containsExactly("misc");
    }

    @Test
    void noneAreNoSections() {
        PhoneConfig config =
                PhoneConfig.read(accountDocuments("").of(alice, Optional.empty(), List.of(), ORIGIN, false));

        assertThat(config.sections()).containsExactly("misc", "ui", "proxy_0", "auth_info_0");
    }

    private CardDavServer add(String uri) {
        CardDavServer server = SampleSpaces.cardDav(space, servers.size() + 1, "{'uri':'" + uri + "'}");
        servers.add(server);
        return server;
    }

    private PhoneConfig base(PublicDocuments documents) {
        return PhoneConfig.read(documents.of(space, ORIGIN));
    }

    private PublicDocuments publicDocuments(String linphonerc) {
        PublicDocuments documents = new PublicDocuments();
        documents.bases = bases(linphonerc);
        documents.spaces = SampleSpaces.withAddressBooks(servers);
        documents.hooks = HookTests.none();
        documents.request = request();
        return documents;
    }

    private AccountDocuments accountDocuments(String linphonerc) {
        AccountDocuments documents = new AccountDocuments();
        documents.bases = bases(linphonerc);
        documents.spaces = SampleSpaces.withAddressBooks(servers);
        documents.settings = Configured.settings();
        documents.hooks = HookTests.none();
        documents.request = request();
        return documents;
    }

    private static BaseDocuments bases(String linphonerc) {
        return SampleBases.bases(SampleBases.file(linphonerc), new SpaceReader());
    }

    private static PhoneRequest request() {
        PhoneRequest request = new PhoneRequest();
        request.request = FakeRequest.to("example.org").asking("").build();
        return request;
    }
}
