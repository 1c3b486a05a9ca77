package org.sipprovisioning.datasource;

import java.util.Optional;
import javax.sql.DataSource;

/** Makes the product's own pool of physical connections for tests in other packages. */
public final class ProductPool {

    private ProductPool() {}

    /** Returns a pool with the driver, the options and the limits of the product; without its logical connections. */
    public static DataSource of(String url, String user, String password) {
        return new DatabasePool(
                new DatabaseSettings(new DatabaseUrl(url), user, password, 10, Optional.empty()), "physical");
    }
}
