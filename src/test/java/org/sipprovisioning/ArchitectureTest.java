package org.sipprovisioning;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipprovisioning.fault.Retried;

/** Tests that packages import each other only as an allow-list says, and that the layers inside a package are kept. */
class ArchitectureTest {

    private static final String ROOT = "org.sipprovisioning";

    private static final java.nio.file.Path DOCUMENT = java.nio.file.Path.of("docs/architecture.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z.]+)` \\|[^|]*\\|((?: `[a-z.]+`)*) \\|$");
    private static final Pattern NAME = Pattern.compile("`([a-z.]+)`");
    private static final Pattern ARROW = Pattern.compile("(?m)^  ([a-z.]+) --> ([a-z.]+)$");

    /**
     * The packages that each package may import. Every package must be a key here, and each import that is allowed must
     * be used.
     */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry("hook", Set.of()),
            Map.entry("lpconfig", Set.of()),
            Map.entry("lint", Set.of("lpconfig")),
            Map.entry("space", Set.of("audit", "lint", "lpconfig", "request")),
            Map.entry("account", Set.of("audit", "request", "space")),
            Map.entry("account.linked", Set.of("account", "audit", "request", "space")),
            Map.entry("token", Set.of("account", "audit", "request")),
            Map.entry(
                    "security",
                    Set.of("account", "audit", "request", "security.apikey", "security.jwt", "space", "token")),
            Map.entry("security.apikey", Set.of("account", "audit", "request", "space", "token")),
            Map.entry("security.jwt", Set.of("account", "space")),
            Map.entry(
                    "provisioning",
                    Set.of(
                            "account",
                            "account.linked",
                            "audit",
                            "hook",
                            "lint",
                            "lpconfig",
                            "provisioning.hooks",
                            "request",
                            "space",
                            "token")),
            Map.entry("provisioning.hooks", Set.of("account", "audit", "hook", "lpconfig")),
            Map.entry(
                    "rest",
                    Set.of(
                            "account",
                            "account.linked",
                            "audit",
                            "lint",
                            "provisioning",
                            "provisioning.hooks",
                            "request",
                            "security",
                            "security.apikey",
                            "space",
                            "token")),
            Map.entry("server", Set.of()),
            Map.entry("audit", Set.of("request")),
            Map.entry("request", Set.of()),
            Map.entry("fault", Set.of()),
            Map.entry("settings", Set.of()),
            Map.entry("start", Set.of()),
            Map.entry("datasource", Set.of("start")),
            Map.entry("schema", Set.of("start")));

    /** The packages that every package may import, except {@link #CLOSED}. */
    private static final Set<String> COMMON = Set.of("fault", "settings", "start");

    /** The packages that are published as jars of their own, or that are loaded without the other packages. */
    private static final Set<String> CLOSED = Set.of("hook", "datasource", "schema");

    static final Set<String> PACKAGES = ARROWS.keySet();

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .importPackages(ROOT);

    private static final DescribedPredicate<CanBeAnnotated> EJBS =
            annotatedWith(Stateless.class).or(annotatedWith(Singleton.class)).as("are EJBs");

    private static final DescribedPredicate<CanBeAnnotated> ARE_INJECTED = annotatedWith(Inject.class)
            .or(annotatedWith(PersistenceContext.class))
            .or(annotatedWith(Resource.class))
            .or(annotatedWith(Context.class))
            .as("are injected");

    private static final DescribedPredicate<JavaMethod> RETURN_AN_ENTITY = DescribedPredicate.describe(
            "return an entity",
            method -> method.getReturnType().getAllInvolvedRawTypes().stream()
                    .anyMatch(type -> type.isAnnotatedWith(Entity.class)));

    @ParameterizedTest
    @FieldSource("PACKAGES")
    void everyNamedPackageHasClasses(String name) {
        assertThat(CLASSES)
                .filteredOn(resideInAPackage(inside(name)))
                .extracting(JavaClass::getSimpleName)
                .anyMatch(type -> !type.equals("package-info"));
    }

    @ParameterizedTest
    @FieldSource("PACKAGES")
    void importsOnlyWhereItsArrowsPoint(String name) {
        Set<String> common = CLOSED.contains(name) ? Set.of() : COMMON;
        Set<String> allowed = Stream.of(ARROWS.get(name), common, Set.of(name))
                .flatMap(Set::stream)
                .collect(toSet());
        check(noClasses()
                .that()
                .resideInAPackage(inside(name))
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..").and(not(resideInAnyPackage(inside(allowed))))));
    }

    @ParameterizedTest
    @FieldSource("PACKAGES")
    void hasNoArrowThatNoClassUses(String name) {
        assertThat(CLASSES.stream()
                        .filter(resideInAPackage(inside(name)))
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .map(dependency -> dependency.getTargetClass().getPackageName())
                        .filter(target -> target.startsWith(ROOT))
                        .distinct())
                .containsAll(
                        ARROWS.get(name).stream().map(ArchitectureTest::inside).toList());
    }

    @Test
    void noTestPackagesFormACircle() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(TESTS);
    }

    @Test
    void documentHasThisMap() throws IOException {
        Map<String, Set<String>> table = new TreeMap<>();
        ROW.matcher(Files.readString(DOCUMENT))
                .results()
                .forEach(row -> table.put(
                        row.group(1),
                        NAME.matcher(row.group(2))
                                .results()
                                .map(name -> name.group(1))
                                .collect(toSet())));

        assertThat(table).isEqualTo(new TreeMap<>(ARROWS));
    }

    /** The picture omits an arrow if a longer path leads to the same package. */
    @Test
    void pictureShowsThisMap() throws IOException {
        Map<String, Set<String>> picture = new HashMap<>();
        PACKAGES.forEach(name -> picture.put(name, new TreeSet<>()));
        ARROW.matcher(Files.readString(DOCUMENT))
                .results()
                .forEach(arrow -> picture.get(arrow.group(1)).add(arrow.group(2)));

        assertThat(PACKAGES)
                .allSatisfy(name -> assertThat(reached(name, picture)).isEqualTo(reached(name, ARROWS)));
    }

    private static Set<String> reached(String name, Map<String, Set<String>> arrows) {
        Set<String> reached = new TreeSet<>();
        arrows.get(name).forEach(target -> {
            reached.add(target);
            reached.addAll(reached(target, arrows));
        });
        return reached;
    }

    static Stream<ArchRule> rules() {
        return Stream.of(
                classes()
                        .should(ArchCondition.from(resideInAnyPackage(inside(PACKAGES))))
                        .because("a new package takes its place in the arrows first"),
                slices().matching(ROOT + ".(**)").should().beFreeOfCycles(),
                noClasses()
                        .that(not(EJBS))
                        .should()
                        .dependOnClassesThat()
                        .areAssignableTo(EntityManager.class)
                        .because("transactions begin at the EJB"),
                noClasses()
                        .that(EJBS)
                        .or()
                        .resideInAPackage(inside("fault"))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("jakarta.ws.rs..", "jakarta.servlet..")
                        .because("only the outermost layer knows HTTP"),
                methods()
                        .that()
                        .areMetaAnnotatedWith(HttpMethod.class)
                        .should(ArchConditions.not(ArchCondition.from(RETURN_AN_ENTITY)))
                        .because("the wire form is a type of its own"),
                classes()
                        .that()
                        .areAnnotatedWith(Path.class)
                        .and()
                        .doNotHaveSimpleName("HealthResource")
                        .should()
                        .beAnnotatedWith(Retried.class)
                        .because("a conflict at commit is repeated outside the transaction"),
                fields().that(ARE_INJECTED).should().bePackagePrivate().because("a test sets them without reflection"),
                noClasses()
                        .that()
                        .areAssignableTo(MessageBodyReader.class)
                        .or()
                        .areAssignableTo(MessageBodyWriter.class)
                        .should()
                        .beAnnotatedWith(ApplicationScoped.class)
                        .because("a CDI proxy hides which type it is for, and Jersey may then ask JSON-B first"),
                noClasses()
                        .that()
                        .resideInAPackage(inside("hook"))
                        .should()
                        .dependOnClassesThat(not(resideInAnyPackage(inside("hook"), "java..")))
                        .because("it is a jar of its own, which others compile against"),
                noFields().should().beAnnotatedWith(EJB.class).because("@Inject does the same"),
                noClasses()
                        .should()
                        .haveNameMatching(".*(Utils?|Helper|Manager)")
                        .because("a class is named for what it is"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(ArchRule rule) {
        check(rule);
    }

    /** EclipseLink returns a cursor for a stream. The cursor keeps its connection until it is closed. */
    @Test
    void noResultIsReadAsAStream() {
        check(noClasses()
                .should()
                .callMethod(Query.class, "getResultStream")
                .orShould()
                .callMethod(TypedQuery.class, "getResultStream"));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(CLASSES);
    }

    private static String[] inside(Set<String> names) {
        return names.stream().map(ArchitectureTest::inside).toArray(String[]::new);
    }

    private static String inside(String name) {
        return ROOT + "." + name;
    }
}
