package org.sipprovisioning.provisioning.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.ByteArrayAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.sipprovisioning.it.Database;
import org.sipprovisioning.it.Phone;
import org.sipprovisioning.it.PhoneConfig;
import org.sipprovisioning.it.ServerProcess;

/** Tests a hook that is a bean of the application: a jar with one is added to the WAR. */
@Tag("smoke")
@EnabledIfSystemProperty(named = "it.database", matches = "H2") // The database does not matter
class HookBeanIT {
    @TempDir
    Path directory;

    @Test
    void isAskedAsAnyOther() {
        Path war = directory.resolve("with-a-bean.war");
        ShrinkWrap.create(ZipImporter.class)
                .importFrom(new File("target/provisioning.war"))
                .as(WebArchive.class)
                .addAsLibrary(hooks())
                .as(ZipExporter.class)
                .exportTo(war.toFile());
        Map<String, String> environment = new HashMap<>(Database.another("hook_bean"));
        environment.put("PROVISIONING_ADMIN_API_KEY", "key-of-the-bean-test");
        try (ServerProcess process = ServerProcess.startWith(war, directory.resolve("server"), environment)) {
            PhoneConfig config = Phone.at(process.server()).config("/provisioning?who=you");

            assertThat(config.sections()).containsExactly("misc", "bean");
            assertThat(config.value("bean", "value")).isEqualTo("1");
        }
    }

    private static JavaArchive hooks() {
        JavaArchive jar = ShrinkWrap.create(JavaArchive.class, "bean.jar")
                .addAsManifestResource(new StringAsset("<beans bean-discovery-mode=\"all\"/>"), "beans.xml");
        HookJars.classes("BeanHook", HookJars.adding("bean", "1"))
                .forEach((name, bytes) -> jar.add(new ByteArrayAsset(bytes), name));
        return jar;
    }
}
