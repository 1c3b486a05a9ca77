package org.sipprovisioning.linphone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.Fixtures.account;
import static org.sipprovisioning.it.Fixtures.hostedSpace;
import static org.sipprovisioning.linphone.AccountPhoneIT.address;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sipprovisioning.it.Fixtures;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.TestAccount;
import org.sipprovisioning.linphone.Linphone.Registration;
import org.sipprovisioning.space.DigestAlgorithm;

/** Tests that a provisioned phone registers with a SIP server that reads the view {@code subscriber}. */
@InServer
@RealClient
@DisplayName("Kamailio")
class RegistrationIT {

    @ParameterizedTest(name = "{0}")
    @EnumSource(DigestAlgorithm.class)
    @DisplayName("it registers the phone by UDP and by TCP")
    void registers(DigestAlgorithm algorithm) {
        try (Kamailio kamailio = Kamailio.start(algorithm)) {
            for (String transport : new String[] {"udp", "tcp"}) {
                TestAccount account = account(algorithm, kamailio, transport);

                assertRegistered(phone(account), account);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(DigestAlgorithm.class)
    @DisplayName("after `?reset_password` it refuses the old phone and registers the new phone")
    void afterReset(DigestAlgorithm algorithm) {
        try (Kamailio kamailio = Kamailio.start(algorithm)) {
            TestAccount account = account(algorithm, kamailio, "udp");
            Linphone old = phone(account);
            assertRegistered(old, account);

            Linphone fresh = Linphone.unpacked();
            fresh.scan(account.issue().url() + "?reset_password").succeeded();

            assertRefused(old);
            assertRegistered(fresh, account);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(DigestAlgorithm.class)
    @DisplayName("it refuses a blocked account, and registers the account again after it is unblocked")
    void blocked(DigestAlgorithm algorithm) {
        try (Kamailio kamailio = Kamailio.start(algorithm)) {
            TestAccount account = account(algorithm, kamailio, "udp");
            Linphone phone = phone(account);
            account.act("block");
            assertRefused(phone);

            account.act("unblock");
            assertRegistered(phone, account);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(DigestAlgorithm.class)
    @DisplayName("it registers a phone that had another account before, with another route and user id")
    void reprovisioned(DigestAlgorithm algorithm) {
        try (Kamailio kamailio = Kamailio.start(algorithm)) {
            TestAccount account = account(algorithm, kamailio, "udp");
            Linphone phone = Linphone.with(ReprovisioningIT.OTHER_ACCOUNT);
            phone.scan(account.url()).succeeded();

            assertRegistered(phone, account);
        }
    }

    private TestAccount account(DigestAlgorithm algorithm, Kamailio kamailio, String transport) {
        String registrar = "sip:127.0.0.1:" + kamailio.port() + ";transport=" + transport;
        return Fixtures.account(
                hostedSpace(Map.of("algorithm", algorithm.token(), "account_proxy_registrar_address", registrar)));
    }

    private Linphone phone(TestAccount account) {
        return Linphone.provisioned(account);
    }

    private static void assertRegistered(Linphone phone, TestAccount account) {
        assertThat(phone.register().registration())
                .isEqualTo(new Registration(address(account), "LinphoneRegistrationOk", "No error"));
    }

    /** Asserts that the SIP server refuses the phone. A server that does not answer gives another reason. */
    private static void assertRefused(Linphone phone) {
        Registration registration = phone.register().registration();
        assertThat(registration.state()).isEqualTo("LinphoneRegistrationFailed");
        assertThat(registration.reason()).isEqualTo("Unauthorized");
    }
}
