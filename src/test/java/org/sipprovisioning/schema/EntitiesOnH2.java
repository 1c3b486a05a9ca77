package org.sipprovisioning.schema;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.h2.jdbcx.JdbcDataSource;

/** The entities of the application in an H2 in memory, without a container, for tests of queries that no request runs. */
public final class EntitiesOnH2 implements AutoCloseable {
    private final EntityManagerFactory factory;

    public EntitiesOnH2() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=LEGACY;DB_CLOSE_DELAY=-1");
        new Schema(database).migrate();
        Map<String, Object> settings = new HashMap<>();
        settings.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
        settings.put("jakarta.persistence.nonJtaDataSource", database);
        settings.put("jakarta.persistence.jtaDataSource", "");
        factory = Persistence.createEntityManagerFactory("provisioning", settings);
    }

    /** Runs a transaction of its own, as an EJB with REQUIRES_NEW does. */
    public <T> T call(Function<EntityManager, T> work) {
        try (EntityManager em = factory.createEntityManager()) {
            em.getTransaction().begin();
            T result = work.apply(em);
            em.getTransaction().commit();
            return result;
        }
    }

    /** Executes a statement, and returns the number of changed rows. */
    public int execute(String sql) {
        return call(em -> em.createNativeQuery(sql).executeUpdate());
    }

    public long count(String table) {
        return call(em ->
                ((Number) em.createNativeQuery("SELECT COUNT(*) FROM " + table).getSingleResult()).longValue());
    }

    @Override
    public void close() {
        factory.close();
    }
}
