package org.sipprovisioning.account;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.sipprovisioning.audit.AuditEvent;
import org.sipprovisioning.audit.Reason;
import org.sipprovisioning.space.Space;

/**
 * A SIP user of a space. An admin creates the account, not yet activated. Its holder provisions phones, each with a new token; the first one
 * activates the account. A blocked account gets nothing, and the SIP server does not see it.
 */
@SuppressWarnings("unused") // Queries read fields that no Java code reads
@Entity
@Table(name = "account")
public class Account {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    @Column(name = "version")
    private long version;

    @ManyToOne(optional = false)
    @JoinColumn(name = "space_id")
    private Space space;

    @Column(name = "username")
    private String username;

    @Column(name = "display_name")
    private String displayName;

    @Column(name = "email")
    private String email;

    @Column(name = "phone")
    private String phone;

    @Column(name = "activated")
    private boolean activated;

    @Column(name = "blocked")
    private boolean blocked;

    @Column(name = "admin")
    private boolean admin;

    @Enumerated(EnumType.STRING)
    @Column(name = "dtmf_protocol")
    private DtmfProtocol dtmfProtocol;

    @Basic
    @Convert(converter = DictionaryConverter.class)
    @Column(name = "dictionary")
    private Map<String, String> dictionary = Map.of();

    @Embedded
    private Credentials credentials = Credentials.none();

    @Column(name = "had_external")
    private boolean hadExternal;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Account() {}

    public Account(Space space, String username) {
        this.space = space;
        this.username = username;
    }

    @PrePersist
    void created() {
        createdAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        updatedAt = createdAt;
    }

    @PreUpdate
    void updated() {
        updatedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    public Long id() {
        return id;
    }

    public Space space() {
        return space;
    }

    boolean isOf(Space other) {
        return space.id().equals(other.id());
    }

    public String username() {
        return username;
    }

    public Identity identity() {
        return new Identity(username, space.realm());
    }

    public SipAddress address() {
        return new SipAddress(username, space.domain());
    }

    public Optional<String> displayName() {
        return Optional.ofNullable(displayName);
    }

    public Optional<String> email() {
        return Optional.ofNullable(email);
    }

    public Optional<String> phone() {
        return Optional.ofNullable(phone);
    }

    public boolean isActivated() {
        return activated;
    }

    public boolean isBlocked() {
        return blocked;
    }

    public boolean isAdmin() {
        return admin;
    }

    Optional<DtmfProtocol> dtmfProtocol() {
        return Optional.ofNullable(dtmfProtocol);
    }

    public Map<String, String> dictionary() {
        return dictionary;
    }

    public Credentials credentials() {
        return Objects.requireNonNullElseGet(credentials, Credentials::none);
    }

    /** Whether an external account is linked or was linked once, so that phones may still have it. */
    public boolean hadExternal() {
        return hadExternal;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    /** Returns an event of this type about the account, for the audit trail. */
    public AuditEvent undergoes(AuditEvent.Type type) {
        return AuditEvent.of(type).about(address().uri(), space.domain());
    }

    public boolean isServed() {
        return refusal().isEmpty();
    }

    /** Returns why the account may not be used; empty if it may. */
    public Optional<Reason> refusal() {
        Optional<Reason> ofSpace = space.isExpired() ? Optional.of(Reason.SPACE_EXPIRED) : Optional.empty();
        return blocked ? Optional.of(Reason.BLOCKED) : ofSpace;
    }

    public void setActivated(boolean isActivated) {
        activated = isActivated;
    }

    void setBlocked(boolean isBlocked) {
        blocked = isBlocked;
    }

    public void makeAdmin(boolean isAdmin) {
        admin = isAdmin;
    }

    boolean hasPassword(String password) {
        return credentials().matches(Credentials.of(username, space.realm(), password));
    }

    /** Replaces all credentials by those for the present user name and the realm of the space. */
    void setPassword(String password) {
        credentials = Credentials.of(username, space.realm(), password);
    }

    void resetPassword() {
        setPassword(Secret.random(128).value());
    }

    /** Moves the account. Needs {@link #setPassword} afterwards: the credentials depend on the user name and the realm. */
    void move(Space newSpace, String newUsername) {
        space = newSpace;
        username = newUsername;
    }

    public void linkedExternal() {
        hadExternal = true;
    }

    void setDisplayName(String newDisplayName) {
        displayName = newDisplayName;
    }

    void setEmail(String newEmail) {
        email = newEmail;
    }

    void setPhone(String newPhone) {
        phone = newPhone;
    }

    void setDtmfProtocol(DtmfProtocol newDtmfProtocol) {
        dtmfProtocol = newDtmfProtocol;
    }

    void setDictionary(Map<String, String> newDictionary) {
        dictionary = newDictionary;
    }
}
