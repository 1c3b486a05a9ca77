package org.sipprovisioning.lpconfig;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.sipprovisioning.fault.MalformedRequest;

class DocumentCheckTest {
    private final DocumentCheck check = new DocumentCheck("sip:alice@example.org");
    private final LpConfig bad = Linphonerc.parse("[proxy_0]\nreg_identity=hunter2\nreg_proxy=<sip:a>\n")
            .config();

    @Test
    void letsAWholeDocumentPass() {
        LpConfig good = Linphonerc.parse("[proxy_0]\nreg_identity=sip:a@b\nreg_proxy=<sip:a>\n")
                .config();

        assertThatCode(() -> check.require(good)).doesNotThrowAnyException();
        assertThatCode(() -> check.requireOfParameters(good)).doesNotThrowAnyException();
    }

    @Test
    void isAFaultOfOurs() {
        assertThatThrownBy(() -> check.require(bad))
                .isInstanceOf(UnusableDocument.class)
                .hasMessageContainingAll("sip:alice@example.org", "[proxy_0] reg_identity")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void isTheRequestsWhereItsParametersAreInIt() {
        assertThatThrownBy(() -> check.requireOfParameters(bad))
                .isInstanceOf(MalformedRequest.class)
                .hasMessageNotContaining("hunter2");
    }
}
