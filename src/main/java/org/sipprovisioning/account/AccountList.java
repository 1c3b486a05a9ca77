package org.sipprovisioning.account;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sipprovisioning.request.Cursor;
import org.sipprovisioning.request.LongList;
import org.sipprovisioning.request.Page;
import org.sipprovisioning.request.Slice;
import org.sipprovisioning.request.Total;
import org.sipprovisioning.request.Totals;
import org.sipprovisioning.space.Space;

/**
 * Reads pages of the list of accounts, in the order of their ids. Does not check the caller's rights: {@link AccountService} does so.
 *
 * <p>The ids come from an index that holds nothing else, so a page in the middle skips no wide rows. The accounts are then read by their
 * ids: if a query asks for them together with their spaces and in an order, MariaDB may begin with the spaces and sort all accounts.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class AccountList {
    /** A page of accounts, and the number of accounts on all pages. */
    public record Found(List<Account> accounts, Slice slice, Total total) {}

    @PersistenceContext
    EntityManager em;

    @Inject
    Totals totals;

    /** Finds a page of the accounts of one space, or of all spaces. */
    public Found find(Optional<Space> space, Page page) {
        LongList list = new Ids(space);
        Slice slice = page.cut(list);
        return new Found(accounts(slice.ids()), slice, totals.of(list, slice));
    }

    /** Counts the accounts of a space. */
    public long count(Space space) {
        return Totals.countAll(new Ids(Optional.of(space)));
    }

    private List<Account> accounts(List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : em
                        .createQuery(
                                "SELECT a FROM Account a LEFT JOIN FETCH a.space WHERE a.id IN :ids", Account.class)
                        .setParameter("ids", ids)
                        .getResultList()
                        .stream()
                        .sorted(Comparator.comparing(Account::id))
                        .toList();
    }

    private <T> TypedQuery<T> query(
            String selection, Class<T> type, Ids list, Optional<Cursor> beyond, boolean backwards, String order) {
        TypedQuery<T> query = em.createQuery(
                "SELECT " + selection + " FROM Account a WHERE a.id " + (backwards ? "<" : ">") + " :beyond"
                        + (list.space.isPresent() ? " AND a.space = :space" : "") + order,
                type);
        query.setParameter("beyond", beyond.map(Cursor::id).orElse(backwards ? Long.MAX_VALUE : 0));
        list.space.ifPresent(own -> query.setParameter("space", own));
        return query;
    }

    private final class Ids implements LongList {
        private final Optional<Space> space;

        Ids(Optional<Space> space) {
            this.space = space;
        }

        @Override
        public String name() {
            return "accounts " + space.map(Space::id).orElse(0L);
        }

        @Override
        public boolean isFiltered() {
            return false;
        }

        @Override
        public boolean isNewestFirst() {
            return false;
        }

        @Override
        public List<Cursor> keys(Optional<Cursor> beyond, boolean backwards, int skip, int count) {
            String order = " ORDER BY a.id" + (backwards ? " DESC" : "");
            return query("a.id", Long.class, this, beyond, backwards, order)
                    .setFirstResult(skip)
                    .setMaxResults(count)
                    .getResultList()
                    .stream()
                    .map(id -> new Cursor(0, id))
                    .toList();
        }

        @Override
        public long count(Optional<Cursor> beyond, boolean backwards) {
            return query("COUNT(a.id)", Long.class, this, beyond, backwards, "").getSingleResult();
        }
    }
}
