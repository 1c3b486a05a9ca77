package org.sipprovisioning.space;

import java.util.Locale;

/** A switch of the Linphone apps that a space sets for its phones, in section {@code ui} of their configuration. */
public enum AppFlag {
    DISABLE_CHAT_FEATURE,
    DISABLE_MEETINGS_FEATURE,
    DISABLE_BROADCAST_FEATURE,
    DISABLE_CALL_RECORDINGS_FEATURE,
    HIDE_SETTINGS,
    HIDE_ACCOUNT_SETTINGS,
    ONLY_DISPLAY_SIP_URI_USERNAME,
    ASSISTANT_HIDE_CREATE_ACCOUNT,
    ASSISTANT_DISABLE_QR_CODE,
    ASSISTANT_HIDE_THIRD_PARTY_ACCOUNT;

    /** Returns the key in section {@code ui} of the linphonerc, which is also the name of the field in JSON. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
