package io.retrogate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.retrogate.edi.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The house as it was drawn. Each rule was broken once on purpose, and noticed it. */
class ArchitectureTest {

    private static final JavaClasses MAIN =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("io.retrogate");

    @Test
    void modulesUseOnlyWhatTheyDeclare() {
        ApplicationModules.of(RetrogateApplication.class).verify();
    }

    @Test
    void packagesAreThoseOfTheReadme() throws IOException {
        var readme = Files.readString(Path.of("README.md"));
        try (var folders = Files.list(Path.of("src/main/java/io/retrogate"))) {
            var names =
                    folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString())
                            .toList();
            assertThat(names).hasSizeGreaterThan(10);
            assertThat(names).allSatisfy(name -> assertThat(readme).contains("| `" + name + "` |"));
        }
    }

    /** Each package is a slice of its own, also where one lies within another. */
    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.retrogate.(**)").should().beFreeOfCycles().check(MAIN);
    }

    /** What a stage is made of knows nothing of the stage: it can be read alone. */
    @Test
    void thePartsOfTheTranslationDoNotKnowWhoUsesThem() {
        noClasses()
                .that()
                .resideInAPackage("io.retrogate.translate.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.retrogate.translate")
                .check(MAIN);
    }

    @Test
    void theLanguageOfDocumentsKnowsOnlyTheJdk() {
        noClasses()
                .that()
                .resideInAPackage("io.retrogate.edi")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                        "io.retrogate.edi",
                        "java..",
                        "org.jspecify.annotations",
                        "org.springframework.modulith")
                .check(MAIN);
    }

    @Test
    void as2KnowsNeitherSpringNorADatabase() {
        noClasses()
                .that()
                .resideInAPackage("io.retrogate.as2")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.boot..",
                        "org.springframework.context..",
                        "org.springframework.jdbc..",
                        "java.sql..",
                        "jakarta..")
                .check(MAIN);
    }

    @Test
    void camelIsKnownOnlyWhereBytesMove() {
        foreign(
                "org.apache.camel..",
                "io.retrogate",
                "io.retrogate.receive",
                "io.retrogate.deliver");
    }

    @Test
    void staediIsKnownOnlyToTheStagesThatReadDocuments() {
        foreign(
                "io.xlate.edi..",
                "io.retrogate.edi.schema",
                "io.retrogate.validate",
                "io.retrogate.acknowledge",
                "io.retrogate.translate",
                "io.retrogate.translate.rule",
                "io.retrogate.translate.tree",
                "io.retrogate.translate.smooks");
    }

    @Test
    void smooksIsKnownOnlyToTheEngineOfConfigurations() {
        foreign("org.smooks..", "io.retrogate.translate.smooks");
    }

    @Test
    void freeMarkerIsKnownOnlyToDeliveries() {
        foreign("freemarker..", "io.retrogate.deliver");
    }

    @Test
    void bouncyCastleIsKnownOnlyToAs2AndPartners() {
        foreign("org.bouncycastle..", "io.retrogate.as2", "io.retrogate.partner");
    }

    @Test
    void nativeCodeIsKnownOnlyToAs2() {
        foreign("com.amazon.corretto..", "io.retrogate.as2");
    }

    @Test
    void sshIsServedOnlyWhereFilesComeInAndInTheDemonstration() {
        foreign("org.apache.sshd..", "io.retrogate.receive", "io.retrogate.demo");
    }

    @Test
    void transactionsLiveInTheLedgerAlone() {
        foreign("org.springframework.transaction..", "io.retrogate.ledger");
        foreign("java.sql..", "io.retrogate.ledger");
    }

    @Test
    void timeComesFromAClock() {
        noClasses().should().callMethod(Instant.class, "now").check(MAIN);
        noClasses().should().callMethod(LocalDate.class, "now").check(MAIN);
        noClasses().should().callMethod(LocalDateTime.class, "now").check(MAIN);
    }

    @Test
    void onlyTheCommandLineAndTheDemonstrationPrint() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.retrogate.cli")
                .and()
                .doNotHaveSimpleName("Launcher")
                .should()
                .accessField(System.class, "out")
                .check(MAIN);
        noClasses()
                .that()
                .resideOutsideOfPackage("io.retrogate.cli")
                .should()
                .accessField(System.class, "err")
                .check(MAIN);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        noFields()
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .orShould()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .check(MAIN);
    }

    @Test
    void namesSayWhatThingsAre() {
        classes()
                .should()
                .haveNameNotMatching(".*(Impl|Util|Utils|Helper|Manager)$")
                .andShould()
                .haveNameNotMatching(".*\\.Abstract[A-Z].*")
                .check(MAIN);
    }

    /** The catalogue of problems finds them by this name. */
    @Test
    void problemsAreCalledSo() {
        classes()
                .that()
                .implement(ProblemCode.class)
                .should()
                .haveSimpleNameEndingWith("Problem")
                .andShould()
                .beEnums()
                .check(MAIN);
    }

    @Test
    void everyPackageIsNullMarked() {
        var packages =
                List.of(
                        "as2",
                        "archive",
                        "acknowledge",
                        "cli",
                        "console",
                        "deliver",
                        "demo",
                        "dispatch",
                        "edi",
                        "edi.schema",
                        "ledger",
                        "partner",
                        "receive",
                        "returns",
                        "translate",
                        "translate.files",
                        "translate.message",
                        "translate.out",
                        "translate.plan",
                        "translate.rule",
                        "translate.shape",
                        "translate.smooks",
                        "translate.text",
                        "translate.tree",
                        "translate.value",
                        "validate");
        assertThat(packages)
                .allSatisfy(
                        name ->
                                assertThat(
                                                MAIN.getPackage("io.retrogate." + name)
                                                        .isAnnotatedWith(NullMarked.class))
                                        .as(name)
                                        .isTrue());
    }

    @Test
    void noFileIsLongerThanThreeHundredLines() throws IOException {
        try (var files = Files.walk(Path.of("src"))) {
            var sources = files.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(sources).hasSizeGreaterThan(100);
            for (var source : sources) {
                assertThat(Files.readAllLines(source)).as(source.toString()).hasSizeLessThan(301);
            }
        }
    }

    private static void foreign(String library, String... allowed) {
        noClasses()
                .that()
                .resideOutsideOfPackages(allowed)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(MAIN);
    }
}
