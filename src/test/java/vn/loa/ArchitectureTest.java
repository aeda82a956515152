package vn.loa;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;

/** Which package may know which: arrows go one way. */
@AnalyzeClasses(packages = "vn.loa", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packages_know_only_what_is_below_them = Architectures.layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("start").definedBy("vn.loa")
            .layer("database").definedBy("vn.loa.database..")
            .layer("access").definedBy("vn.loa.access..")
            .layer("citation").definedBy("vn.loa.citation..")
            .layer("search").definedBy("vn.loa.search..")
            .layer("visitor").definedBy("vn.loa.visitor..")
            .layer("imports").definedBy("vn.loa.imports..")
            .layer("media").definedBy("vn.loa.media..")
            .layer("feed").definedBy("vn.loa.feed..")
            .layer("article").definedBy("vn.loa.article..")
            .layer("directive").definedBy("vn.loa.directive..")
            .layer("text").definedBy("vn.loa.text..")
            .layer("cache").definedBy("vn.loa.cache..")
            .layer("web").definedBy("vn.loa.web..")
            .whereLayer("start").mayNotBeAccessedByAnyLayer()
            .whereLayer("database").mayOnlyBeAccessedByLayers("start")
            .whereLayer("cache").mayOnlyBeAccessedByLayers("start")
            .whereLayer("access").mayOnlyBeAccessedByLayers("start")
            .whereLayer("citation").mayNotBeAccessedByAnyLayer()
            .whereLayer("search").mayNotBeAccessedByAnyLayer()
            .whereLayer("visitor").mayOnlyBeAccessedByLayers("start")
            .whereLayer("imports").mayOnlyBeAccessedByLayers("start")
            .whereLayer("media").mayNotBeAccessedByAnyLayer()
            .whereLayer("article").mayOnlyBeAccessedByLayers("start", "citation", "search", "visitor", "imports", "media",
                    "feed")
            .whereLayer("directive").mayOnlyBeAccessedByLayers("article", "citation", "search", "visitor", "imports", "media",
                    "feed");

    @ArchTest
    static final ArchRule every_package_has_its_place = classes().should().resideInAnyPackage("vn.loa", "vn.loa.database..",
            "vn.loa.access..", "vn.loa.citation..", "vn.loa.search..", "vn.loa.visitor..", "vn.loa.imports..", "vn.loa.media..", "vn.loa.feed..",
            "vn.loa.article..", "vn.loa.directive..", "vn.loa.text..", "vn.loa.web..", "vn.loa.cache..", "vn.loa.settings..");

    @ArchTest
    static final ArchRule checking_settings_knows_no_package = noClasses().that().resideInAPackage("vn.loa.settings..")
            .should().dependOnClassesThat(resideInAPackage("vn.loa..").and(resideOutsideOfPackage("vn.loa.settings..")));

    @ArchTest
    static final ArchRule there_are_no_cycles = slices().matching("vn.loa.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule access_knows_only_the_web = noClasses().that().resideInAPackage("vn.loa.access..")
            .should().dependOnClassesThat().resideInAnyPackage("vn.loa.text..", "vn.loa.directive..", "vn.loa.article..");

    @ArchTest
    static final ArchRule the_cache_knows_no_feature = noClasses().that().resideInAPackage("vn.loa.cache..")
            .should().dependOnClassesThat().resideInAnyPackage("vn.loa.text..", "vn.loa.directive..", "vn.loa.article..");

    @ArchTest
    static final ArchRule reading_text_is_pure = noClasses().that().resideInAPackage("vn.loa.text..")
            .should().dependOnClassesThat().resideInAnyPackage("vn.loa.web..", "jakarta..", "io.quarkus..", "org.hibernate..",
                    "java.sql..", "java.net.http..", "java.nio.file..");

    @ArchTest
    static final ArchRule the_web_vocabulary_knows_no_feature = noClasses().that().resideInAPackage("vn.loa.web..")
            .should().dependOnClassesThat().resideInAnyPackage("vn.loa.text..", "vn.loa.directive..", "vn.loa.article..",
                    "jakarta.persistence..", "org.hibernate..");

    /** RESTEasy makes them absolute with whatever {@code Host} the caller named. */
    @ArchTest
    static final ArchRule addresses_in_headers_are_paths = noClasses().should().callMethodWhere(describe(
            "the framework makes an address absolute", call -> call.getTargetOwner().getName().matches("(jakarta|org\\.jboss)\\..*")
                    && call.getName().matches("location|contentLocation|created|seeOther|temporaryRedirect|links?")));

    @ArchTest
    static final ArchRule entities_never_cross_http = noClasses().that().haveSimpleNameEndingWith("View")
            .should().beAnnotatedWith("jakarta.persistence.Entity");
}
