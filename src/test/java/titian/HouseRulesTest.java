package titian;

import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The rules of STYLE.md that a machine can check. */
class HouseRulesTest {

    private static final JavaClasses CODE =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("titian");
    private static final Path SOURCES = Path.of("src/main/java/titian");
    private static final Pattern TABLE =
            Pattern.compile("(?<!extract\\(\\w{1,12} )\\b(?:FROM|JOIN|INTO|UPDATE)\\s+([a-z]+)\\.[a-z_]+");
    private static final Pattern WRITTEN =
            Pattern.compile("\\b(?:INSERT INTO|DELETE FROM|UPDATE)\\s+booking\\.([a-z_]+)");

    /** Windows and appointments are decided by one statement, so two modules have one schema (docs/adr/0110). */
    private static final Map<String, String> SHARED_SCHEMAS = Map.of("slot", "booking");

    private static final Pattern TAKES_MORE_THAN_ITS_LIMIT =
            Pattern.compile("\\bIN \\(SELECT\\b(?:[^()]|\\([^()]*\\))*LIMIT\\b[^()]*SKIP LOCKED");
    private static final Pattern BARE_TABLE = Pattern.compile(
            "\\b(?:INSERT INTO|DELETE FROM|^\\s*UPDATE)\\s+([a-z_]+)(?![a-z_]*[.(])\\s", Pattern.MULTILINE);
    private static final int LONGEST_CLASS = 300;
    private static final Path PAGES = Path.of("src/main/jte");
    private static final Pattern FORM = Pattern.compile("<form\\b.*?(?:</form>|\\z)", Pattern.DOTALL);
    private static final Pattern SENT_IN_A_BODY = Pattern.compile("\\A<form\\b[^>]*\\bmethod=\"post\"");
    private static final Pattern TYPED_FREELY = Pattern.compile(
            "<textarea|@template\\.web\\.(?:field|area)\\(|<input(?![^>]*\\btype=\"(?:hidden|date|month|"
                    + "time|number|radio|checkbox|file|submit)\")");

    @Test
    void pagesAndTablesStayInsideTheirModule() {
        classes()
                .that()
                .areAnnotatedWith(Repository.class)
                .or()
                .areAnnotatedWith(Controller.class)
                .should()
                .notHaveModifier(PUBLIC)
                .because("another module uses the door, not the rooms")
                .check(CODE);
    }

    /** So that no address out of a field, a file or an answer is ever called: these call the addresses of the settings. */
    @Test
    void nobodyButTheLinesOutsideConnects() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("titian.platform.OutsideLine")
                .and()
                .doNotHaveFullyQualifiedName("titian.document.Scanner")
                .and()
                .resideOutsideOfPackage("titian.external")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.net\\.(http\\..*|URLConnection|HttpURLConnection|Socket|DatagramSocket)"
                        + "|java\\.nio\\.channels\\.SocketChannel"
                        + "|org\\.springframework\\.web\\.(client|reactive)\\..*")
                .because("an address that came from outside must not be called from inside")
                .check(CODE);
    }

    @Test
    void transactionsBeginAtTheDesk() {
        noClasses()
                .that()
                .areAnnotatedWith(Repository.class)
                .or()
                .areAnnotatedWith(Controller.class)
                .should()
                .beAnnotatedWith(Transactional.class)
                .check(CODE);
    }

    @Test
    void timeComesFromTheClock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("a test must be able to say what day it is")
                .check(CODE);
    }

    @Test
    void dependenciesComeThroughTheConstructor() {
        noFields().should().beAnnotatedWith(Autowired.class).check(CODE);
    }

    @Test
    void namesSayWhatAThingIs() {
        for (var word : List.of("Impl", "Dto", "DTO", "Entity", "Manager", "Helper", "Util", "Utils")) {
            noClasses().should().haveSimpleNameEndingWith(word).check(CODE);
        }
    }

    /** Every table is written with its schema, so the owner is in plain sight, and can be checked. */
    @Test
    void modulesTouchOnlyTheirOwnTables() {
        assertThat(sources()
                        .flatMap(file -> TABLE.matcher(read(file))
                                .results()
                                .map(match -> match.group(1))
                                .filter(schema ->
                                        !schema.equals(SHARED_SCHEMAS.getOrDefault(module(file), module(file))))
                                .map(schema -> file + " touches " + schema)))
                .isEmpty();
    }

    /** Both count places in a window's row and let some rest; everything else in their schema is written by one of them. */
    @Test
    void whatTwoModulesShareIsAWindowsPlaces() {
        assertThat(writtenBy("slot")).containsExactly("day_to_cut", "opened_day", "resting_place", "slot");
        assertThat(writtenBy("booking"))
                .contains("appointment", "move", "resting_place", "slot")
                .doesNotContain("day_to_cut", "opened_day");
    }

    private static Set<String> writtenBy(String module) {
        return sources()
                .filter(file -> module(file).equals(module))
                .flatMap(file -> WRITTEN.matcher(read(file)).results().map(match -> match.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyTableIsWrittenWithItsSchema() {
        assertThat(sources()
                        .flatMap(file -> BARE_TABLE
                                .matcher(read(file))
                                .results()
                                .map(match -> file + " writes " + match.group(1))))
                .isEmpty();
    }

    /** Guards the two rules above against passing because they looked at nothing. */
    @Test
    void theTableScanSeesTheTables() {
        assertThat(sources().flatMap(file -> TABLE.matcher(read(file)).results()))
                .hasSizeGreaterThan(20);
    }

    /** PostgreSQL may ask such a subquery again for each row it joins, and each time it names others. */
    @Test
    void whoeverTakesAtMostSoManyTakesNoMore() {
        assertThat(sources()
                        .flatMap(file -> TAKES_MORE_THAN_ITS_LIMIT
                                .matcher(read(file))
                                .results()
                                .map(match -> file + " takes from what may be asked again: " + match.group())))
                .isEmpty();
        assertThat(TAKES_MORE_THAN_ITS_LIMIT.matcher("WHERE id IN (SELECT id FROM a LIMIT 1 FOR UPDATE SKIP LOCKED)"))
                .matches(Matcher::find);
    }

    @Test
    void aClassFitsInOnesHead() {
        assertThat(sources().filter(file -> read(file).lines().count() > LONGEST_CLASS))
                .isEmpty();
    }

    /** Names and numbers are sent in bodies: addresses stand in logs and histories. What is named here seeks no person. */
    @Test
    void whatIsTypedFreelyStandsInNoAddress() {
        var seeking = Set.of("audit/list.jte", "schedule/offices.jte", "submission/place.jte", "waitingroom/proof.jte");

        assertThat(pages().filter(page -> FORM.matcher(read(page))
                                .results()
                                .map(MatchResult::group)
                                .anyMatch(form -> !SENT_IN_A_BODY.matcher(form).find()
                                        && TYPED_FREELY.matcher(form).find()))
                        .map(page -> PAGES.relativize(page).toString()))
                .as("forms without method=\"post\" that hold a field for free text")
                .containsExactlyInAnyOrderElementsOf(seeking);
    }

    /** Tests stand in the module's own package; a cover beside them would hide the module's. */
    @Test
    void aModuleHasOneCover() throws IOException {
        try (var files = Files.walk(Path.of("src/test/java/titian"))) {
            assertThat(files.filter(file -> file.endsWith("package-info.java"))
                            .filter(file -> Files.exists(SOURCES.resolve(
                                    Path.of("src/test/java/titian").relativize(file)))))
                    .isEmpty();
        }
    }

    private static Stream<Path> sources() {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> pages() {
        try (var files = Files.walk(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".jte")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String module(Path file) {
        return SOURCES.relativize(file).getName(0).toString();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
