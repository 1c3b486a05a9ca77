package org.sipprovisioning.account;

import java.util.Arrays;

/** The way in which an account's phone sends DTMF. The names are those of FlexiAPI. */
enum DtmfProtocol {
    sipinfo,
    rfc2833,
    sipmessage;

    /** @throws IllegalArgumentException with the reason */
    static DtmfProtocol parse(String text) {
        return Arrays.stream(values())
                .filter(protocol -> protocol.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be sipinfo, rfc2833 or sipmessage"));
    }
}
