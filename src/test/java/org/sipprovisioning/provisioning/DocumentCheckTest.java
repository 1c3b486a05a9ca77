package org.sipprovisioning.provisioning;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.account.SampleAccounts;
import org.sipprovisioning.fault.MalformedRequest;
import org.sipprovisioning.lpconfig.Linphonerc;
import org.sipprovisioning.lpconfig.LpConfig;
import org.sipprovisioning.space.SampleSpaces;

class DocumentCheckTest {
    private final Account alice = SampleAccounts.of(SampleSpaces.of("example.org"), "alice", "{}");
    private final LpConfig bad = Linphonerc.parse("[proxy_0]\nreg_identity=hunter2\nreg_proxy=<sip:a>\n")
            .config();

    @Test
    void letsAWholeDocumentPass() {
        LpConfig good = Linphonerc.parse("[proxy_0]\nreg_identity=sip:a@b\nreg_proxy=<sip:a>\n")
                .config();

        assertThatCode(() -> new DocumentCheck(alice, true).require(good)).doesNotThrowAnyException();
    }

    @Test
    void isAFaultOfOurs() {
        assertThatThrownBy(() -> new DocumentCheck(alice, false).require(bad))
                .isInstanceOf(UnusableDocument.class)
                .hasMessageContainingAll("sip:alice@example.org", "[proxy_0] reg_identity")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void isTheRequestsWhereItsParametersAreInIt() {
        assertThatThrownBy(() -> new DocumentCheck(alice, true).require(bad))
                .isInstanceOf(MalformedRequest.class)
                .hasMessageNotContaining("hunter2");
    }
}
