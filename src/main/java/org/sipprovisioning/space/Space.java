package org.sipprovisioning.space;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A SIP domain with its own configuration: realm, registrar, linphonerc entries, app flags. The word is FlexiAPI's. */
@SuppressWarnings("unused") // Only the persistence provider reads the version
@Entity
@Table(name = "space")
public class Space {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    @Column(name = "version")
    private long version;

    @Column(name = "domain")
    private String domain;

    @Column(name = "host")
    private String host;

    @Column(name = "name")
    private String name;

    @Column(name = "realm")
    private String realm;

    @Column(name = "algorithm")
    private DigestAlgorithm algorithm = DigestAlgorithm.SHA_256;

    @Column(name = "registrar")
    private String registrar;

    @Column(name = "entries_id")
    private Long entriesId;

    @Column(name = "overwrite_all")
    private boolean overwriteAll;

    @Column(name = "overwrite_patterns")
    private String overwritePatterns = "";

    @Column(name = "super_space")
    private boolean superSpace;

    @Column(name = "expire_at")
    private Instant expireAt;

    @Column(name = "max_accounts")
    private int maxAccounts;

    @Basic
    @Convert(converter = AppFlagsConverter.class)
    @Column(name = "app_flags")
    private Set<AppFlag> appFlags = Set.of();

    @Column(name = "app_max_account")
    private int appMaxAccount;

    @Embedded
    private Logins logins = new Logins();

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Space() {}

    public Space(String domain, String host, String name) {
        this.domain = domain;
        this.host = host;
        this.name = name;
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

    public String domain() {
        return domain;
    }

    public String host() {
        return host;
    }

    public String name() {
        return name;
    }

    /** Returns the realm of the accounts' credentials; the domain if no realm was set. */
    public String realm() {
        return Objects.requireNonNullElse(realm, domain);
    }

    public DigestAlgorithm algorithm() {
        return algorithm;
    }

    /** Returns the registrar as it stands in {@code reg_proxy}, with TLS if the operator has named no transport. */
    public String registrarUri() {
        return SipServer.parse(registrar().orElse(domain)).uri("tls");
    }

    Optional<String> registrar() {
        return Optional.ofNullable(registrar);
    }

    public Optional<Long> entriesId() {
        return Optional.ofNullable(entriesId);
    }

    public boolean overwritesAll() {
        return overwriteAll;
    }

    public List<String> overwritePatterns() {
        return overwritePatterns.lines().toList();
    }

    public boolean isSuper() {
        return superSpace;
    }

    public boolean isExpired() {
        return expireAt != null && !expireAt.isAfter(Instant.now());
    }

    Optional<Instant> expireAt() {
        return Optional.ofNullable(expireAt);
    }

    /** Returns the largest number of accounts that the space may have; 0 for no limit. */
    public int maxAccounts() {
        return maxAccounts;
    }

    public boolean has(AppFlag flag) {
        return appFlags.contains(flag);
    }

    /** Returns the limit of accounts in one phone, which the app itself applies ({@code ui/max_account}). */
    public int appMaxAccount() {
        return appMaxAccount;
    }

    public Logins logins() {
        return logins;
    }

    void rename(String newName) {
        this.name = newName;
    }

    void answerFor(String newHost) {
        this.host = newHost;
    }

    void setRealm(String newRealm) {
        this.realm = newRealm;
    }

    void setAlgorithm(DigestAlgorithm newAlgorithm) {
        this.algorithm = Objects.requireNonNullElse(newAlgorithm, DigestAlgorithm.SHA_256);
    }

    void setRegistrar(String newRegistrar) {
        this.registrar = newRegistrar;
    }

    void setEntriesId(Long newEntriesId) {
        this.entriesId = newEntriesId;
    }

    void overwriteAll(boolean all) {
        this.overwriteAll = all;
    }

    void overwrite(List<String> patterns) {
        this.overwritePatterns = String.join("\n", patterns);
    }

    public void makeSuper(boolean isSuper) {
        this.superSpace = isSuper;
    }

    void expireAt(Instant instant) {
        this.expireAt = instant;
    }

    void limitAccounts(int limit) {
        this.maxAccounts = limit;
    }

    void set(AppFlag flag, boolean on) {
        Set<AppFlag> flags = EnumSet.noneOf(AppFlag.class);
        flags.addAll(appFlags);
        if (on) {
            flags.add(flag);
        } else {
            flags.remove(flag);
        }
        this.appFlags = flags;
    }

    void limitAppAccounts(int limit) {
        this.appMaxAccount = limit;
    }
}
