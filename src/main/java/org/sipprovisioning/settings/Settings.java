package org.sipprovisioning.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/**
 * What the operator has set, by MicroProfile Config: {@code provisioning.public-url} is environment variable
 * {@code PROVISIONING_PUBLIC_URL}. The database's settings are read by the data source itself, before there is any configuration.
 *
 * @param publicUrl {@code provisioning.public-url}: scheme, port and path of the URLs that we give out, and the default space's host
 * @param allowedHosts {@code provisioning.allowed-hosts}: further names by which we may be asked, in lower case
 * @param trustedProxies {@code provisioning.trusted-proxies}: whose forwarding headers are believed
 * @param linphonerc {@code provisioning.linphonerc}: the base of all spaces without entries of their own
 * @param requireLinphoneHeader {@code provisioning.require-linphone-header}: refuse clients that do not send it (before 5.3)
 * @param usedToken {@code provisioning.used-token}: what a token that is no longer good gets
 * @param tokenLifetime {@code provisioning.token-lifetime}: how long an unused provisioning token lives; absent: for ever
 * @param followUp {@code provisioning.follow-up}: what the phone asks at its next start, after a token's answer
 * @param linkPreviewAgents {@code provisioning.link-preview-agents}: parts of User-Agents that fetch links for a preview, in lower case
 * @param defaultSpace {@code provisioning.default-space}: domain of the space that answers where no other one is named
 * @param adminApiKey {@code provisioning.admin.api-key}: made valid for the first admin at every start
 * @param limits {@code provisioning.limit.…}: how much is too much
 * @param oidcAllowPrivate {@code provisioning.oidc.allow-private}: keys of single sign-on may be fetched from private addresses
 * @param hooksDirectory {@code provisioning.hooks.dir}: where the operator's jars and stylesheets are that complete the documents
 * @param hookTimeout {@code provisioning.hooks.timeout}: how long one of them may take
 * @param auditRetention {@code provisioning.audit.retention}: how long the audit trail is kept
 * @param dataDirectory {@code provisioning.data-dir}: the embedded database's and the first key's place
 */
public record Settings(
        Optional<URI> publicUrl,
        Set<String> allowedHosts,
        List<AddressRange> trustedProxies,
        Optional<Path> linphonerc,
        boolean requireLinphoneHeader,
        UsedToken usedToken,
        Optional<Duration> tokenLifetime,
        FollowUp followUp,
        List<String> linkPreviewAgents,
        String defaultSpace,
        Optional<String> adminApiKey,
        Limits limits,
        boolean oidcAllowPrivate,
        Optional<Path> hooksDirectory,
        Duration hookTimeout,
        Duration auditRetention,
        Path dataDirectory) {

    /**
     * How often a minute; 0: without limit.
     *
     * @param failedLogins {@code failed-logins}: of one client address
     * @param failedLoginsPerName {@code failed-logins-per-name}: of one client address with one user name
     * @param failedTokenLookups {@code failed-token-lookups}: of one client address
     * @param publicPosts {@code public-posts}: of one client address
     */
    public record Limits(int failedLogins, int failedLoginsPerName, int failedTokenLookups, int publicPosts) {}

    /** What a token gets that is unknown, used, revoked or expired. */
    public enum UsedToken {
        NOT_FOUND,
        BASE_DOCUMENT
    }

    /** What a phone that was provisioned by a single-use token asks at its next start. */
    public enum FollowUp {
        /** {@code misc/config-uri} becomes {@code /provisioning/me}. */
        ME,
        /** {@code misc/transient_provisioning=1}: nothing. */
        TRANSIENT,
        /** The spent token again, which fails. */
        NONE
    }

    static final String LINK_PREVIEW_AGENTS =
            "WhatsApp,TelegramBot,Slackbot,Discordbot,facebookexternalhit,Twitterbot,LinkedInBot,SkypeUriPreview,"
                    + "Microsoft Office,Teams,Googlebot,bingbot,Applebot,Mastodon,Iframely,Embedly,redditbot,Pinterest,"
                    + "vkShare,Viber,Signal,Mattermost,Rocket.Chat,Synapse,Zulip";

    /** @throws InvalidSetting naming the first setting that makes no sense */
    public static Settings from(Config config) {
        SettingReader read = new SettingReader(config);
        return new Settings(
                read.optional("public-url", SettingReader::publicUrl),
                Set.copyOf(read.list("allowed-hosts", "", SettingReader::requestedHost)),
                read.list("trusted-proxies", "", AddressRange::parse),
                read.optional("linphonerc", Path::of),
                read.optional("require-linphone-header", SettingReader::flag).orElse(false),
                read.choice("used-token", UsedToken.NOT_FOUND),
                read.optional("token-lifetime", SettingReader::positiveDuration),
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
                read.optional("data-dir", Path::of).orElse(Path.of("data")));
    }

    /** Nothing of them: one is a secret. */
    @Override
    public String toString() {
        return "Settings";
    }
}
