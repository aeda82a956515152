package vn.loa;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hibernate.HibernateException;
import org.junit.jupiter.api.Test;
import vn.loa.listing.FilterModel;

/** Which package may know which: arrows go one way. */
@AnalyzeClasses(packages = "vn.loa", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final int LARGEST_ROOM = 30;

    private static final List<String> FOUND_BY_THE_FRAMEWORK = List.of("jakarta.ws.rs.Path", "jakarta.persistence.Entity",
            "io.smallrye.config.ConfigMapping", "io.quarkus.runtime.annotations.QuarkusMain");

    /** Each package with the packages that it may know, from the bottom to the top. */
    static final Map<String, List<String>> MAY_KNOW = new LinkedHashMap<>();

    static {
        allow("settings");
        allow("problem");
        allow("sql", "settings");
        allow("json", "problem");
        allow("http", "settings", "problem", "json", "sql");
        allow("listing", "settings", "problem", "json", "http", "sql");
        allow("cache", "settings", "problem", "json", "http", "listing", "sql");
        allow("text");
        allow("html", "text");
        List<String> vocabulary = List.of("settings", "problem", "sql", "json", "http", "listing", "cache");
        allow("access", vocabulary);
        allow("directive", vocabulary, "text", "html");
        allow("category", vocabulary, "text", "access");
        allow("article", vocabulary, "text", "html", "access", "directive", "category");
        List<String> belowFeatures = with(vocabulary, "text", "html", "access", "directive", "category", "article");
        for (String feature : List.of("citation", "effect", "search", "visitor", "changes", "feed", "media")) {
            allow(feature, belowFeatures);
        }
        allow("imports", belowFeatures, "citation", "effect", "search", "visitor", "changes", "feed", "media");
        allow("mcp", belowFeatures, "citation", "effect", "search", "visitor", "changes", "feed", "media", "imports");
        allow("app", belowFeatures, "citation", "effect", "search", "visitor", "changes", "feed", "media", "imports", "mcp");
    }

    private static void allow(String room, String... known) {
        allow(room, List.of(), known);
    }

    private static void allow(String room, List<String> known, String... others) {
        MAY_KNOW.put(room, with(known, others));
    }

    private static List<String> with(List<String> some, String... others) {
        return Stream.concat(some.stream(), Arrays.stream(others)).toList();
    }

    @ArchTest
    static void packages_know_only_what_is_below_them(JavaClasses all) {
        MAY_KNOW.forEach((room, known) -> {
            List<String> allowed = new ArrayList<>(List.of("vn.loa." + room + ".."));
            known.forEach(other -> allowed.add("vn.loa." + other + ".."));
            DescribedPredicate<JavaClass> others = JavaClass.Predicates.resideInAPackage("vn.loa..").and(DescribedPredicate.not(
                    JavaClass.Predicates.resideInAnyPackage(allowed.toArray(String[]::new))));
            noClasses().that().resideInAPackage("vn.loa." + room + "..").should().dependOnClassesThat(others)
                    .because(room + " may know " + known).check(all);
        });
    }

    @ArchTest
    static final ArchRule every_package_has_its_place = classes().should().resideInAnyPackage(
            MAY_KNOW.keySet().stream().map(room -> "vn.loa." + room + "..").toArray(String[]::new));

    @ArchTest
    static final ArchRule there_are_no_cycles = slices().matching("vn.loa.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule rooms_of_text_form_no_cycles = slices().matching("vn.loa.text.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule rooms_of_directive_form_no_cycles =
            slices().matching("vn.loa.directive.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule rooms_of_visitor_form_no_cycles = slices().matching("vn.loa.visitor.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_index_does_not_know_how_it_is_searched = noClasses().that().resideInAPackage("vn.loa.search.index")
            .should().dependOnClassesThat().resideInAPackage("vn.loa.search");

    /** Above thirty files a package has inner rooms. */
    @ArchTest
    static void no_room_is_overcrowded(JavaClasses all) {
        Map<String, Long> files = new LinkedHashMap<>();
        all.stream().filter(JavaClass::isTopLevelClass).filter(type -> !type.getSimpleName().equals("package-info"))
                .forEach(type -> files.merge(type.getPackageName(), 1L, Long::sum));
        files.forEach((room, count) -> {
            if (count > LARGEST_ROOM) {
                throw new AssertionError(room + " has " + count + " files; above " + LARGEST_ROOM + " it needs inner rooms");
            }
        });
    }

    /** Read when a test asks for them: that takes seconds. Of the classes of libraries, only the names are known. */
    private static final class AllClasses {
        static final JavaClasses WITH_TESTS = ArchConfiguration.withThreadLocalScope((ArchConfiguration configuration) -> {
            configuration.setResolveMissingDependenciesFromClassPath(false);
            return new ClassFileImporter().importPackages("vn.loa");
        });
    }

    /** Tests count as users, and so does the use of a nested type. Uses of constants are not found, because the compiler copies them. */
    @Test
    void what_only_one_package_uses_is_not_public() {
        List<String> needless = AllClasses.WITH_TESTS.stream()
                .filter(type -> type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> !type.getSource().orElseThrow().getUri().getPath().contains("/test-classes/"))
                .filter(type -> FOUND_BY_THE_FRAMEWORK.stream().noneMatch(type::isAnnotatedWith))
                .filter(type -> !type.isAssignableTo(FilterModel.class))
                .filter(type -> type.getFields().stream().noneMatch(ArchitectureTest::isPublicConstant))
                .map(JavaClass::getName).filter(type -> AllClasses.WITH_TESTS.stream()
                        .filter(each -> each.getName().equals(type) || each.getName().startsWith(type + "$"))
                        .flatMap(each -> each.getDirectDependenciesToSelf().stream())
                        .allMatch(use -> use.getOriginClass().getPackageName().equals(use.getTargetClass().getPackageName())))
                .toList();
        assertEquals(List.of(), needless);
    }

    /** The other suites do not run the tests of these engines, and would build the application for each profile. */
    @Test
    void tests_of_other_engines_and_with_a_profile_are_in_the_suites_that_run_them() {
        assertEquals(List.of(), elsewhere(ThirdSuite.TESTS, type -> type.isAnnotatedWith(TestProfile.class) || uses(type, "net\\.jqwik\\..*")));
        assertEquals(List.of(), elsewhere(WholeCodeSuite.TESTS, type -> uses(type, "com\\.tngtech\\.archunit\\.junit\\..*")));
    }

    private static List<String> elsewhere(String suite, Predicate<JavaClass> tests) {
        return AllClasses.WITH_TESTS.stream().filter(type -> type.getSimpleName().endsWith("Test")).filter(tests)
                .map(JavaClass::getName).filter(name -> !name.matches(suite)).toList();
    }

    private static boolean uses(JavaClass type, String classes) {
        return type.getDirectDependenciesFromSelf().stream().anyMatch(use -> use.getTargetClass().getName().matches(classes));
    }

    private static boolean isPublicConstant(JavaField field) {
        return field.getModifiers().containsAll(Set.of(JavaModifier.PUBLIC, JavaModifier.STATIC, JavaModifier.FINAL));
    }

    @ArchTest
    static final ArchRule reading_text_is_pure = noClasses().that().resideInAPackage("vn.loa.text..")
            .should().dependOnClassesThat().resideInAnyPackage("jakarta..", "io.quarkus..", "org.hibernate..",
                    "java.sql..", "java.net.http..", "java.nio.file..");

    /** Hibernate's exceptions are no entities: {@code DatabaseTrouble} must know them. */
    @ArchTest
    static final ArchRule the_vocabulary_knows_no_entities = noClasses().that().resideInAnyPackage("vn.loa.problem..",
            "vn.loa.json..", "vn.loa.http..", "vn.loa.listing..", "vn.loa.sql..", "vn.loa.cache..", "vn.loa.html..")
            .should().dependOnClassesThat(JavaClass.Predicates.resideInAnyPackage("jakarta.persistence..", "org.hibernate..")
                    .and(DescribedPredicate.not(JavaClass.Predicates.type(HibernateException.class))));

    /** RESTEasy makes them absolute with whatever {@code Host} the caller named. */
    @ArchTest
    static final ArchRule addresses_in_headers_are_paths = noClasses().should().callMethodWhere(describe(
            "the framework makes an address absolute", call -> call.getTargetOwner().getName().matches("(jakarta|org\\.jboss)\\..*")
                    && call.getName().matches("location|contentLocation|created|seeOther|temporaryRedirect|links?")));

    /**
     * Connections of their own, beside the pool, are exempt: LISTEN, the start of the embedded PostgreSQL, commands, and dumps, whose
     * rows are those of any table.
     */
    @ArchTest
    static final ArchRule there_are_two_ways_to_the_database = noClasses().that()
            .resideOutsideOfPackages("vn.loa.sql..", "vn.loa.imports.dump..", "vn.loa.imports.export..")
            .and().haveSimpleNameNotContaining("CommandDatabase")
            .and().haveSimpleNameNotContaining("ChangeListener").and().haveSimpleNameNotContaining("EmbeddedDatabase")
            .should().dependOnClassesThat().haveNameMatching("java\\.sql\\.(Connection|Statement|PreparedStatement|ResultSet)")
            .orShould().dependOnClassesThat().haveNameMatching("javax\\.sql\\.DataSource")
            .orShould().callMethodWhere(describe("Hibernate's native queries are no way of their own",
                    call -> call.getName().startsWith("createNative")));

    @ArchTest
    static final ArchRule entities_never_cross_http = noClasses().that().haveSimpleNameEndingWith("View")
            .should().beAnnotatedWith("jakarta.persistence.Entity");
}
