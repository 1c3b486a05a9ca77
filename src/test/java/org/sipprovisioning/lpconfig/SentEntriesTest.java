package org.sipprovisioning.lpconfig;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentEntriesTest {
    private static final String MISSING = ", where what templates ask for is missing";
    private static final String FILLED = ", with all templates filled in";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[proxy_0],reg_proxy=<sip:${request.param.host}:${request.param.port};transport=${request.param.t}>",
                "[proxy_0],reg_proxy=sip:${request.param.host}",
                "[proxy_0],reg_proxy=${request.param.host}:${request.param.port}",
                "[proxy_0],reg_proxy=${account.dictionary.registrar}",
                "[proxy_0],reg_identity=${request.param.x}",
                "[proxy_1],reg_identity=sip:${account.username}@${account.domain},reg_proxy=<sip:${space.domain}>",
                "[auth_info_1],username=${request.param.a},[auth_info_2],username=${request.param.b},realm=r",
                "[auth_info_1],username=${account.username},realm=${space.domain}"
            })
    void takesTemplatesThatBreakNothing(String text) {
        assertThat(read(text).faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[proxy_1],reg_identity=sip:${request.param.u}@b,reg_proxy=b|[proxy_1] reg_identity is missing"
                        + MISSING,
                "[proxy_1],reg_identity=${account.phone},reg_proxy=b|[proxy_1] reg_identity is missing" + MISSING,
                "[proxy_0],reg_proxy=http://${request.param.x}|[proxy_0] reg_proxy is not the SIP address of a server"
                        + FILLED,
                "[proxy_1],reg_identity=x,reg_proxy=b,a=${request.param.x}|[proxy_1] reg_identity is not the SIP address"
                        + " of a user",
                "[auth_info_1],username=u,[auth_info_2],username=u,realm=${request.param.r}|[auth_info_2] has the username"
                        + " and realm of another one: a phone keeps one of the two only" + MISSING,
                "[auth_info_1],username=${account.phone},[auth_info_2],username=${account.phone},x=y|[auth_info_2] has the"
                        + " username and realm of another one: a phone keeps one of the two only"
            })
    void saysInWhichDocumentsItWouldBreak(String text, String fault) {
        assertThat(read(text).faults()).contains(fault);
    }

    @Test
    void warnsWithoutRefusing() {
        SentEntries read = SentEntries.read("\uFEFF[a]\nb=c\n[proxy_0]\nreg_proxy=${request.param.x}\n");

        assertThat(read.faults()).isEmpty();
        assertThat(read.warnings())
                .hasSize(2)
                .anySatisfy(warning -> assertThat(warning).startsWith("Line 1: the byte-order mark"))
                .anySatisfy(warning -> assertThat(warning).startsWith("[proxy_0] has no "));
    }

    private static SentEntries read(String text) {
        return SentEntries.read(text.replace(',', '\n'));
    }
}
