package org.sipprovisioning.schema;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import javax.sql.DataSource;
import org.sipprovisioning.start.FailedStart;

/**
 * Migrates the schema when the application starts. An EJB that needs the database at the start declares
 * {@code @DependsOn("SchemaMigration")}. Also defines the data source, because it is the first to use it.
 */
// Idle logical connections hold nothing. So there are many: with too few, a caller would wait for the container's pool
// for 30 to 60 s.
// No statement cache: a cached statement would stay open and keep its physical connection (Open Liberty caches 10).
@DataSourceDefinition(
        name = "java:app/jdbc/provisioning",
        className = "org.sipprovisioning.datasource.ProvisioningDataSource",
        properties = "poolName=provisioning",
        minPoolSize = 1,
        maxPoolSize = 500,
        maxStatements = 0)
@Singleton(name = "SchemaMigration")
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaMigration {
    @Resource(lookup = "java:app/jdbc/provisioning")
    DataSource dataSource;

    @PostConstruct
    void migrate() {
        FailedStart.guard(() -> new Schema(new SchemaConnections(dataSource)).migrate());
    }
}
