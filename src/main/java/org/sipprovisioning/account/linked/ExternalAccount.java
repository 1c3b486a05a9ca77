package org.sipprovisioning.account.linked;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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

/** An account on another SIP service, linked to an account of this server: the phone registers with both. */
@SuppressWarnings("unused") // Queries read fields that no Java code reads
@Entity
@Table(name = "external_account")
public class ExternalAccount {
    /** The transport to the service, for addresses that do not name one. */
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

    @Embedded
    private DigestSecret secret = new DigestSecret();

    @Column(name = "domain")
    private String domain;

    @Column(name = "registrar")
    private String registrar;

    @Column(name = "outbound_proxy")
    private String outboundProxy;

    @Enumerated(EnumType.STRING)
    @Column(name = "protocol")
    private Protocol protocol;

    protected ExternalAccount() {}

    ExternalAccount(Account account) {
        this.account = account;
    }

    Account account() {
        return account;
    }

    DigestSecret secret() {
        return secret;
    }

    public Identity identity() {
        return new Identity(secret.username(), realm());
    }

    public SipAddress address() {
        return new SipAddress(secret.username(), domain);
    }

    /** Returns the realm of its service's challenges: the domain, if no realm is set. */
    String realm() {
        return givenRealm().orElse(domain);
    }

    public DigestAlgorithm algorithm() {
        return secret.algorithm();
    }

    public String ha1() {
        return secret.ha1();
    }

    /** Returns the registrar, or else the domain, in the form of {@code reg_proxy}. */
    public String registrarUri() {
        return SipServer.parse(registrar().orElse(domain)).uri(transport());
    }

    /** Returns the outbound proxy in the form of {@code reg_route}. */
    public Optional<String> outboundProxyUri() {
        return outboundProxy().map(proxy -> SipServer.parse(proxy).uri(transport()));
    }

    /** Returns the realm that the admin has set. */
    Optional<String> givenRealm() {
        return Optional.ofNullable(secret.realm());
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

    /** Sets the domain. A change of it makes the ha1 void, as a change of the realm does. */
    void setDomain(String newDomain) {
        secret.voidUnless(Objects.equals(domain, newDomain));
        domain = newDomain;
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

    void setPassword(String password) {
        secret.setPassword(password, realm());
    }

    private String transport() {
        return protocol.name().toLowerCase(Locale.ROOT);
    }
}
