package org.sipprovisioning.provisioning;

import java.util.List;
import java.util.stream.Stream;

/**
 * The keys that liblinphone 5.1 to 5.5 read from a {@code proxy_N} and an {@code auth_info_N}, without those that an account's document
 * always sets. Another account may have left values of these keys in the phone (docs/adr/0019).
 *
 * @param proxy the keys of a proxy
 * @param authInfo the keys of an auth_info
 */
record AccountKeys(List<String> proxy, List<String> authInfo) {

    /** The keys that would make the phone register through another account's route, or as another user. */
    private static final AccountKeys BINDING = new AccountKeys(
            List.of("reg_route", "depends_on", "idkey", "realm", "conference_factory_uri"),
            List.of("userid", "passwd"));

    /** The keys that the phone's user may have set for the document's own account as well. */
    private static final AccountKeys PERSONAL = new AccountKeys(
            List.of(
                    "audio_video_conference_factory_uri",
                    "ccmp_server_url",
                    "contact_parameters",
                    "contact_uri_parameters",
                    "push_parameters",
                    "custom_contact",
                    "picture_uri",
                    "voicemail_uri",
                    "mwi_server_uri",
                    "lime_server_url",
                    "lime_algo",
                    "im_encryption_mandatory",
                    "quality_reporting_collector",
                    "quality_reporting_enabled",
                    "quality_reporting_interval",
                    "nat_policy_ref",
                    "reg_expires",
                    "unregister_at_stop",
                    "force_register_on_push",
                    "push_notification_allowed",
                    "remote_push_notification_allowed",
                    "publish",
                    "publish_expires",
                    "echoed_presence_subscription",
                    "privacy",
                    "supported",
                    "dial_prefix",
                    "dial_prefix_iso_country_code",
                    "dial_escape_plus",
                    "use_dial_prefix_for_calls_and_chats",
                    "cpim_in_basic_chat_rooms_enabled",
                    "avpf",
                    "avpf_rr_interval",
                    "rtp_bundle",
                    "rtp_bundle_assumption",
                    "dtls_srtp_verify_cert"),
            List.of(
                    "available_algorithms",
                    "client_cert_chain",
                    "client_cert_key",
                    "client_cert_key_password",
                    // liblinphone reads the key in this spelling.
                    "client_cert_key_passsword",
                    "access_token",
                    "refresh_token",
                    "authorization_server",
                    "token_endpoint",
                    "client_id",
                    "client_secret"));

    /**
     * Returns the keys that a document clears.
     *
     * @param newToThePhone whether the account comes by a token, into a phone that may have had another account; otherwise the phone has
     *     the account already, with the settings of its user
     */
    static AccountKeys stale(boolean newToThePhone) {
        return newToThePhone ? BINDING.and(PERSONAL) : BINDING;
    }

    private AccountKeys and(AccountKeys more) {
        return new AccountKeys(joined(proxy, more.proxy), joined(authInfo, more.authInfo));
    }

    private static List<String> joined(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
