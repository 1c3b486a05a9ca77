package org.sipprovisioning.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/**
 * The operator's settings, by MicroProfile Config: setting {@code provisioning.public-url} is environment variable
 * {@code PROVISIONING_PUBLIC_URL}. The data source reads the settings of the database itself, before there is any configuration.
 *
 * @param publicUrl {@code provisioning.public-url}: scheme, port and path of the URLs that this server gives out, and the
 *     host of the default space
 * @param allowedHosts {@code provisioning.allowed-hosts}: further hosts by which clients may address this server, in lower case
 * @param trustedProxies {@code provisioning.trusted-proxies}: proxies whose forwarding headers are believed
 * @param proxyHeaders {@code provisioning.proxy-headers}: the only family of forwarding headers that is believed
 * @param linphonerc {@code provisioning.linphonerc}: file with the base of all spaces that have no entries of their own
 * @param requireLinphoneHeader {@code provisioning.require-linphone-header}: refuse clients that do not send
 *     {@code X-Linphone-Provisioning} (before 5.3)
 * @param usedToken {@code provisioning.used-token}: the answer to a token that is unknown, used, revoked or expired
 * @param tokenLifetime {@code provisioning.token-lifetime}: how long an unused provisioning token is valid; absent: without end
 * @param authTokens {@code provisioning.auth-token}: auth tokens are issued and accepted
 * @param followUp {@code provisioning.follow-up}: the request of the phone at its next start, after the answer to a token
 * @param linkPreviewAgents {@code provisioning.link-preview-agents}: parts of User-Agents that fetch links for a preview, in lower case
 * @param defaultSpace {@code provisioning.default-space}: domain of the space that answers if a request names no other
 * @param adminApiKey {@code provisioning.admin.api-key}: made valid for the first admin at every start
 * @param limits {@code provisioning.limit.…}: limits for clients that guess or flood
 * @param oidcAllowPrivate {@code provisioning.oidc.allow-private}: keys of single sign-on may be fetched from private addresses
 * @param hooksDirectory {@code provisioning.hooks.dir}: directory of the operator's jars and stylesheets that complete the documents
 * @param hookTimeout {@code provisioning.hooks.timeout}: how long one of these may run
 * @param auditRetention {@code provisioning.audit.retention}: how long the audit trail is kept
 * @param exitOnFailedStart {@code provisioning.exit-on-failed-start}: end the server's process if the application cannot start; only checked
 *     here, because {@code FailedStart} reads it itself
 * @param dataDirectory {@code provisioning.data-dir}: directory of the embedded database and of the first admin's key
 */
public record Settings(
        Optional<URI> publicUrl,
        Set<String> allowedHosts,
        List<AddressRange> trustedProxies,
        ProxyHeaders proxyHeaders,
        Optional<Path> linphonerc,
        boolean requireLinphoneHeader,
        UsedToken usedToken,
        Optional<Duration> tokenLifetime,
        boolean authTokens,
        FollowUp followUp,
        List<String> linkPreviewAgents,
        String defaultSpace,
        Optional<String> adminApiKey,
        Limits limits,
        boolean oidcAllowPrivate,
        Optional<Path> hooksDirectory,
        Duration hookTimeout,
        Duration auditRetention,
        boolean exitOnFailedStart,
        Path dataDirectory) {

    /**
     * The largest numbers in one minute; 0 for no limit.
     *
     * @param failedLogins {@code failed-logins}: failed logins of one client address
     * @param failedLoginsPerName {@code failed-logins-per-name}: failed logins of one client address with one user name
     * @param failedTokenLookups {@code failed-token-lookups}: requests of one client address with an invalid token
     * @param publicPosts {@code public-posts}: POST requests of one client address to endpoints that need no login
     */
    public record Limits(int failedLogins, int failedLoginsPerName, int failedTokenLookups, int publicPosts) {}

    /** The headers in which a proxy says for whom it has sent a request. */
    public enum ProxyHeaders {
        /** {@code X-Forwarded-For}, {@code -Host}, {@code -Port} and {@code -Proto}. */
        X_FORWARDED,
        /** {@code Forwarded} (RFC 7239). */
        FORWARDED;

        /** Returns the value of the setting. */
        public String spelling() {
            return SettingReader.spelling(this);
        }
    }

    /** The answer to a token that is unknown, used, revoked or expired. */
    public enum UsedToken {
        NOT_FOUND,
        BASE_DOCUMENT
    }

    /** The request of a phone at its next start, after it was provisioned by a single-use token. */
    public enum FollowUp {
        /** {@code misc/config-uri} is set: the phone requests {@code /provisioning/me}. */
        ME,
        /** {@code misc/transient_provisioning=1}: the phone sends no request. */
        TRANSIENT,
        /** The phone sends the used token again, which fails. */
        NONE
    }

    static final String LINK_PREVIEW_AGENTS =
            "WhatsApp,TelegramBot,Slackbot,Discordbot,facebookexternalhit,Twitterbot,LinkedInBot,SkypeUriPreview,"
                    + "Microsoft Office,Teams,Googlebot,bingbot,Applebot,Mastodon,Iframely,Embedly,redditbot,Pinterest,"
                    + "vkShare,Viber,Signal,Mattermost,Rocket.Chat,Synapse,Zulip";

    /** @throws InvalidSetting naming the first setting whose value is invalid */
    public static Settings from(Config config) {
        SettingReader read = new SettingReader(config);
        return new Settings(
                read.optional("public-url", SettingReader::publicUrl),
                Set.copyOf(read.list("allowed-hosts", "", SettingReader::requestedHost)),
                read.list("trusted-proxies", "", AddressRange::parse),
                read.choice("proxy-headers", ProxyHeaders.X_FORWARDED),
                read.optional("linphonerc", Path::of),
                read.optional("require-linphone-header", SettingReader::flag).orElse(false),
                read.choice("used-token", UsedToken.NOT_FOUND),
                read.optional("token-lifetime", SettingReader::positiveDuration),
                read.optional("auth-token", SettingReader::flag).orElse(true),
                read.choice("follow-up", FollowUp.ME),
                read.list("link-preview-agents", LINK_PREVIEW_AGENTS, SettingReader::lowerCase),
                read.optional("default-space", SettingReader::domain).orElse("sip.example.org"),
                read.optional("admin.api-key", SettingReader::apiKey),
                new Limits(
                        read.optional("limit.failed-logins", SettingReader::limit)
                                .orElse(300),
                        read.optional("limit.failed-logins-per-name", SettingReader::limit)
                                .orElse(20),
                        read.optional("limit.failed-token-lookups", SettingReader::limit)
                                .orElse(0),
                        read.optional("limit.public-posts", SettingReader::limit)
                                .orElse(10)),
                read.optional("oidc.allow-private", SettingReader::flag).orElse(false),
                read.optional("hooks.dir", Path::of),
                read.optional("hooks.timeout", SettingReader::shortDuration).orElse(Duration.ofSeconds(2)),
                read.optional("audit.retention", SettingReader::positiveDuration)
                        .orElse(Duration.ofDays(365)),
                read.optional("exit-on-failed-start", SettingReader::flag).orElse(false),
                read.optional("data-dir", Path::of).orElse(Path.of("data")));
    }

    /** Contains no values, because one of them is a secret. */
    @Override
    public String toString() {
        return "Settings";
    }
}
