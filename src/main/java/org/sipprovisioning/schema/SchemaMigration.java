package org.sipprovisioning.schema;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import javax.sql.DataSource;

/**
 * Migrates the schema when the application starts; whoever needs the database then says
 * {@code @DependsOn("SchemaMigration")}. Defines the data source, too, as its first user.
 */
// Logical connections hold nothing: so many that the container's pool, which waits for 30 to 60 s, is never short.
// No statement cache: a cached statement would stay open, and its physical connection with it (Open Liberty caches 10).
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
        new Schema(new SchemaConnections(dataSource)).migrate();
    }
}
