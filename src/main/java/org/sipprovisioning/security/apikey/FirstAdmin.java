package org.sipprovisioning.security.apikey;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.account.Accounts;
import org.sipprovisioning.account.Secret;
import org.sipprovisioning.settings.InvalidSetting;
import org.sipprovisioning.settings.Settings;
import org.sipprovisioning.space.Space;
import org.sipprovisioning.space.Spaces;

/** Creates account {@code admin} of the default space and its key. The account has no password, and so it is no SIP user. */
@Stateless
public class FirstAdmin {
    private static final String USERNAME = "admin";

    @PersistenceContext
    EntityManager em;

    @Inject
    Settings settings;

    @Inject
    Spaces spaces;

    @Inject
    Accounts accounts;

    @Inject
    ApiKeys keys;

    /** Whether the database is empty: it has no space. */
    public boolean isNeeded() {
        return em.createQuery("SELECT COUNT(s) FROM Space s", Long.class).getSingleResult() == 0;
    }

    /** Whether the database knows this key. */
    public boolean knows(Secret key) {
        return keys.find(key).isPresent();
    }

    public boolean hasDefaultSpace() {
        return spaces.find(settings.defaultSpace()).isPresent();
    }

    /** Creates the default space, its account {@code admin} and the account's key. */
    public void setUp(Secret key, ApiKey.Kind kind) {
        Account admin = new Account(firstSpace(), USERNAME);
        admin.setActivated(true);
        admin.makeAdmin(true);
        accounts.add(admin);
        keys.add(new ApiKey(admin, key, kind, "first admin"));
    }

    /** Makes this the configured key of the oldest account that is admin of a super space. Fails if there is no such account. */
    public void configureKey(Secret key) {
        Account admin = oldestSuperAdmin()
                .orElseThrow(() ->
                        new InvalidSetting("provisioning.admin.api-key", "has no super admin to be made valid for"));
        keys.configure(new ApiKey(admin, key, ApiKey.Kind.CONFIGURED, "provisioning.admin.api-key"), key);
    }

    /** Asks each super space by itself: for all of them together, MariaDB would sort their accounts. */
    private Optional<Account> oldestSuperAdmin() {
        return em.createQuery("SELECT s.id FROM Space s WHERE s.superSpace = TRUE", Long.class).getResultList().stream()
                .flatMap(space -> oldestAdmin(space).stream())
                .min(Comparator.naturalOrder())
                .flatMap(accounts::find);
    }

    private List<Long> oldestAdmin(long spaceId) {
        return em.createQuery(
                        "SELECT a.id FROM Account a WHERE a.space.id = :space AND a.admin = TRUE ORDER BY a.id",
                        Long.class)
                .setParameter("space", spaceId)
                .setMaxResults(1)
                .getResultList();
    }

    private Space firstSpace() {
        String domain = settings.defaultSpace();
        Space space = new Space(domain, domain, domain);
        space.makeSuper(true);
        spaces.add(space);
        spaces.changed();
        return space;
    }
}
