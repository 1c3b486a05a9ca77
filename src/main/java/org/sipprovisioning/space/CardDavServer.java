package org.sipprovisioning.space;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A CardDAV address book (RFC 6352) that the phones of a space search. The fields have FlexiAPI's defaults. */
@SuppressWarnings("unused") // Queries and the persistence provider read fields that no Java code reads
@Entity
@Table(name = "carddav_server")
public class CardDavServer {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    @Column(name = "version")
    private long version;

    @Column(name = "space_id")
    private long spaceId;

    @Column(name = "uri")
    private String uri;

    @Column(name = "port")
    private Integer port;

    @Column(name = "enabled")
    private boolean enabled = true;

    @Column(name = "exact_match")
    private boolean exactMatch;

    @Column(name = "min_characters")
    private int minCharacters = 3;

    @Column(name = "results_limit")
    private int resultsLimit;

    @Column(name = "timeout_seconds")
    private int timeoutSeconds = 5;

    @Column(name = "delay_millis")
    private int delayMillis = 500;

    @Column(name = "fields_for_user_input")
    private String fieldsForUserInput;

    @Column(name = "fields_for_domain")
    private String fieldsForDomain;

    protected CardDavServer() {}

    CardDavServer(Space space) {
        this.spaceId = space.id();
    }

    public Long id() {
        return id;
    }

    public boolean isOf(Space space) {
        return spaceId == space.id();
    }

    long spaceId() {
        return spaceId;
    }

    /** Returns the host of the URL. A phone answers the challenges of this host with the account's credential for this server. */
    public String host() {
        return url().host();
    }

    /** Returns the entries of the phone's section for this server, as liblinphone 5.5 reads a {@code remote_contact_directory}. */
    ContactDirectory directory() {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("enabled", enabled ? "1" : "0");
        entries.put("type", "carddav");
        entries.put("uri", port().map(named -> url().withPort(named)).orElse(uri));
        entries.put("min_characters", String.valueOf(minCharacters));
        entries.put("results_limit", String.valueOf(resultsLimit));
        entries.put("timeout", String.valueOf(timeoutSeconds));
        entries.put("delay", String.valueOf(delayMillis));
        entries.put("carddav_fields_for_user_input", fieldsForUserInput().orElse(""));
        entries.put("carddav_fields_for_domain", fieldsForDomain().orElse(""));
        entries.put("carddav_use_exact_match_policy", exactMatch ? "1" : "0");
        return new ContactDirectory(entries);
    }

    String uri() {
        return uri;
    }

    Optional<Integer> port() {
        return Optional.ofNullable(port);
    }

    boolean isEnabled() {
        return enabled;
    }

    boolean matchesExactly() {
        return exactMatch;
    }

    int minCharacters() {
        return minCharacters;
    }

    int resultsLimit() {
        return resultsLimit;
    }

    int timeoutSeconds() {
        return timeoutSeconds;
    }

    int delayMillis() {
        return delayMillis;
    }

    Optional<String> fieldsForUserInput() {
        return Optional.ofNullable(fieldsForUserInput);
    }

    Optional<String> fieldsForDomain() {
        return Optional.ofNullable(fieldsForDomain);
    }

    /** Whether the URL has a port that differs from the field {@code port}. */
    boolean hasTwoPorts() {
        return port != null
                && uri != null
                && url().port().filter(named -> !Objects.equals(named, port)).isPresent();
    }

    void setUri(String newUri) {
        uri = newUri;
    }

    void setPort(Integer newPort) {
        port = newPort;
    }

    void enable(boolean isEnabled) {
        enabled = isEnabled;
    }

    void matchExactly(boolean exactly) {
        exactMatch = exactly;
    }

    void setMinCharacters(int count) {
        minCharacters = count;
    }

    void limitResults(int count) {
        resultsLimit = count;
    }

    void setTimeout(int seconds) {
        timeoutSeconds = seconds;
    }

    void setDelay(int millis) {
        delayMillis = millis;
    }

    void setFieldsForUserInput(String names) {
        fieldsForUserInput = names;
    }

    void setFieldsForDomain(String names) {
        fieldsForDomain = names;
    }

    private CardDavUrl url() {
        return CardDavUrl.parse(uri);
    }
}
