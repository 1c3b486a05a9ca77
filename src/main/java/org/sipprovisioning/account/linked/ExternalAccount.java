package org.sipprovisioning.account.linked;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.account.Identity;
import org.sipprovisioning.account.SipAddress;
import org.sipprovisioning.space.DigestAlgorithm;
import org.sipprovisioning.space.SipServer;

/** An account on somebody else's SIP service, linked to one of ours: the phone registers with both. */
@SuppressWarnings("unused") // Queries read what no Java does
@Entity
@Table(name = "external_account")
public class ExternalAccount {
    /** How the phone reaches the service, where its addresses do not say. */
    enum Protocol {
        UDP,
        TCP,
        TLS
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @OneToOne(optional = false)
    @JoinColumn(name = "account_id")
    private Account account;

    @Column(name = "username")
    private String username;

    @Column(name = "domain")
    private String domain;

    @Column(name = "realm")
    private String realm;

    @Column(name = "registrar")
    private String registrar;

    @Column(name = "outbound_proxy")
    private String outboundProxy;

    @Enumerated(EnumType.STRING)
    @Column(name = "protocol")
    private Protocol protocol;

    @Column(name = "algorithm")
    private DigestAlgorithm algorithm = DigestAlgorithm.MD5;

    @Column(name = "ha1")
    private String ha1;

    protected ExternalAccount() {}

    ExternalAccount(Account account) {
        this.account = account;
    }

    /** Starts as a copy of what was linked before, to be changed and merged over it. */
    void takeOver(ExternalAccount former) {
        id = former.id;
        username = former.username;
        domain = former.domain;
        realm = former.realm;
        registrar = former.registrar;
        outboundProxy = former.outboundProxy;
        protocol = former.protocol;
        algorithm = former.algorithm;
        ha1 = former.ha1;
    }

    Account account() {
        return account;
    }

    public Identity identity() {
        return new Identity(username, realm());
    }

    public SipAddress address() {
        return new SipAddress(username, domain);
    }

    /** The realm that its service challenges with; its domain where none was given. */
    public String realm() {
        return Objects.requireNonNullElse(realm, domain);
    }

    public DigestAlgorithm algorithm() {
        return algorithm;
    }

    public String ha1() {
        return ha1;
    }

    /** As in {@code reg_proxy}. */
    public String registrarUri() {
        return SipServer.parse(registrar().orElse(domain)).uri(transport());
    }

    /** As in {@code reg_route}. */
    public Optional<String> outboundProxyUri() {
        return outboundProxy().map(proxy -> SipServer.parse(proxy).uri(transport()));
    }

    Optional<String> givenRealm() {
        return Optional.ofNullable(realm);
    }

    Optional<String> registrar() {
        return Optional.ofNullable(registrar);
    }

    Optional<String> outboundProxy() {
        return Optional.ofNullable(outboundProxy);
    }

    Protocol protocol() {
        return protocol;
    }

    /** Whether the credentials are for this name, realm and algorithm. */
    boolean hasSameIdentity(ExternalAccount other) {
        return Objects.equals(username, other.username)
                && Objects.equals(domain, other.domain)
                && Objects.equals(realm, other.realm)
                && algorithm == other.algorithm;
    }

    void setUsername(String newUsername) {
        username = newUsername;
    }

    void setDomain(String newDomain) {
        domain = newDomain;
    }

    void setRealm(String newRealm) {
        realm = newRealm;
    }

    void setRegistrar(String newRegistrar) {
        registrar = newRegistrar;
    }

    void setOutboundProxy(String newOutboundProxy) {
        outboundProxy = newOutboundProxy;
    }

    void setProtocol(Protocol newProtocol) {
        protocol = newProtocol;
    }

    void setAlgorithm(DigestAlgorithm newAlgorithm) {
        algorithm = Objects.requireNonNullElse(newAlgorithm, DigestAlgorithm.MD5);
    }

    void setPassword(String password) {
        ha1 = algorithm.ha1(username, realm(), password);
    }

    private String transport() {
        return protocol.name().toLowerCase(Locale.ROOT);
    }
}
