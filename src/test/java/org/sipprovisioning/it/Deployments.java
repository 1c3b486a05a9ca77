package org.sipprovisioning.it;

import java.io.File;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The only deployment of the suite: the WAR as the build made it. arquillian.xml names this class. */
public final class Deployments {

    private Deployments() {}

    /**
     * Returns the WAR. Prepares the database too, because Arquillian asks for the deployment before it starts the
     * server.
     */
    @Deployment(testable = false)
    public static WebArchive war() {
        Database.prepare();
        return ShrinkWrap.create(ZipImporter.class, "provisioning.war")
                .importFrom(new File("target/provisioning.war"))
                .as(WebArchive.class);
    }
}
