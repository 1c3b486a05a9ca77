package org.sipprovisioning.account;

import java.util.Arrays;

/** How an account's phone sends DTMF; FlexiAPI's words. */
enum DtmfProtocol {
    sipinfo,
    rfc2833,
    sipmessage;

    static DtmfProtocol parse(String text) {
        return Arrays.stream(values())
                .filter(protocol -> protocol.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be sipinfo, rfc2833 or sipmessage"));
    }
}
