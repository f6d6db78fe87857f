package titian.office;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import titian.TitianTest;
import titian.platform.CannotStart;
import titian.platform.Csv;
import titian.platform.DataFiles;
import titian.shared.OfficeId;

/** The real data arrives whole, once, and what administrators decide survives it. */
@TitianTest
class OfficeDataTest {

    private static final List<String> FILES = List.of(
            "provinces", "regencies", "districts", "offices", "missions", "holidays", "tiers", "presets", "templates");

    @Autowired
    OfficeDesk desk;

    @Autowired
    DataFiles files;

    @Autowired
    Regions regions;

    @Autowired
    Offices offices;

    @Autowired
    ClosedDays closedDays;

    @Autowired
    Policies policies;

    @Autowired
    Templates templates;

    @Autowired
    JdbcClient db;

    @Test
    void everyRowOfTheFilesIsThere() {
        assertThat(count("office.office WHERE type <> 'MISSION'")).isEqualTo(164);
        assertThat(count("office.office WHERE type = 'MISSION'")).isEqualTo(131);
        assertThat(count("office.province")).isEqualTo(38);
        assertThat(count("office.regency")).isEqualTo(514);
        assertThat(count("office.district")).isEqualTo(7285);
        assertThat(count("office.holiday")).isEqualTo(42);
        assertThat(desk.all()).hasSize(164 + 131);
    }

    @Test
    void theNumberOfRowsOfEachFileIsRemembered() {
        var rows = db.sql("SELECT name, rows FROM platform.data_file WHERE name IN (:names)")
                .param("names", FILES.stream().map(OfficeDataTest::path).toList())
                .query((row, _) -> row.getString("name") + " " + row.getInt("rows"))
                .list();

        assertThat(rows)
                .containsExactlyInAnyOrder(
                        "data/provinces.csv 38",
                        "data/regencies.csv 514",
                        "data/districts.csv 7285",
                        "data/offices.csv 164",
                        "data/missions.csv 131",
                        "data/holidays.csv 42",
                        "data/tiers.csv 6",
                        "data/presets.csv 3",
                        "data/templates.csv 12");
    }

    @Test
    void theSameEditionIsNotLoadedTwice() {
        for (var file : FILES) {
            assertThat(files.load(path(file), _ -> {
                        throw new AssertionError(file + " was loaded again");
                    }))
                    .isFalse();
        }
    }

    @Test
    void aNewEditionOfTheTemplatesLeavesWhatWasPlanned() {
        var office = OfficeId.of("kanim-ternate");
        var monday = LocalDate.of(2026, 12, 7);
        var template = desk.template(office, monday).orElseThrow();
        desk.plan(office, monday, Set.of(DayOfWeek.MONDAY), template);
        desk.close(office, monday.plusDays(1), "Upacara", "Ceremony");

        inAnotherEdition("templates", "I,PASSPORT,1234,2026-01-01,,6,", "I,PASSPORT,1234,2026-01-01,,2,", () -> {
            assertThat(desk.template(office, monday)).contains(template);
            assertThat(desk.template(office, monday.plusDays(2)).orElseThrow().places())
                    .isEqualTo(6);
            assertThat(desk.calendar(office, monday.plusDays(1), monday.plusDays(1)))
                    .first()
                    .isInstanceOf(OfficeDay.Holiday.class);
        });
        assertThat(desk.template(office, monday.plusDays(2))).contains(template);
    }

    @Test
    void aNewEditionOfThePresetsLeavesWhatWasDecided() {
        var office = OfficeId.of("kanim-tobelo");
        var monday = LocalDate.of(2026, 12, 7);
        var rules = desk.policy(office, monday);
        desk.decide(office, monday, rules);

        inAnotherEdition("presets", "UPFRONT,UPFRONT,5,120", "UPFRONT,UPFRONT,4,60", () -> {
            assertThat(desk.policy(office, monday)).isEqualTo(rules);
            assertThat(desk.policy(office, monday.minusDays(1)).groupLimit()).isEqualTo(4);
        });
        assertThat(desk.policy(office, monday.minusDays(1))).isEqualTo(rules);
    }

    @Test
    void anOfficeThatLeftTheFileIsKeptAsHistoric() {
        var line = line("offices", "ulp-harbour-bay-batam,");

        inAnotherEdition(
                "offices",
                line,
                "",
                () -> assertThat(state("ulp-harbour-bay-batam")).isEqualTo("HISTORIC"));
        assertThat(state("ulp-harbour-bay-batam")).isEqualTo("ACTIVE");
        assertThat(count("office.office WHERE state = 'ACTIVE' AND type <> 'MISSION'"))
                .isEqualTo(158);
    }

    @Test
    void aDistrictThatLeftTheFileIsKeptButNoLongerInUse() {
        var line = line("districts", "31.74.01,");

        inAnotherEdition("districts", line, "", () -> {
            assertThat(count("office.district")).isEqualTo(7285);
            assertThat(count("office.district WHERE NOT in_use AND code = '31.74.01'"))
                    .isEqualTo(1);
        });
        assertThat(count("office.district WHERE in_use")).isEqualTo(7285);
    }

    @Test
    void aFileWithAMistakeNamesItAndChangesNothing() {
        refused("offices", "Asia/Pontianak", "Asia/Atlantis")
                .withMessageMatching("data/offices.csv, line \\d+, column timezone: cannot be \"Asia/Atlantis\"");
        refused("offices", "kanim-langsa,TD", "Kanim Langsa,TD")
                .withMessage("data/offices.csv, line 3, column office_id: cannot be \"Kanim Langsa\"");
        refused("templates", "\nI,PASSPORT,1234", "\nI,PASSPORT,8")
                .withMessage("data/templates.csv, line 4, column weekdays: cannot be \"8\"");
        refused("presets", "M_PASPOR,PASSPORT", "N_PASPOR,PASSPORT")
                .withMessage("data/presets.csv, line 4, column preset: cannot be \"N_PASPOR\"");
        refused("holidays", "2026-01-16", "2026-01-32")
                .withMessage("data/holidays.csv, line 3, column date: cannot be \"2026-01-32\"");
        refused("districts", "31.74.01,31.74", "31.74.01,31.99")
                .withMessageContaining("data/districts.csv contradicts itself or another data file")
                .withMessageContaining("31.99");
        refused("offices", ",kanim-jakarta-selatan,", ",kanim-atlantis,")
                .withMessageContaining("data/offices.csv contradicts itself or another data file")
                .withMessageContaining("kanim-atlantis");

        everyRowOfTheFilesIsThere();
        theSameEditionIsNotLoadedTwice();
    }

    @Test
    void everyPlaceHasAZoneOfTheTzDatabase() {
        assertThat(desk.all())
                .allSatisfy(office -> assertThat(ZoneId.getAvailableZoneIds())
                        .contains(office.zone().getId()));
    }

    @Test
    void everyPlaceInIndonesiaKeepsOneOfItsThreeTimes() {
        assertThat(desk.all())
                .filteredOn(office -> office.type() != OfficeType.MISSION)
                .extracting(office -> office.zone().getId())
                .containsOnly("Asia/Jakarta", "Asia/Pontianak", "Asia/Makassar", "Asia/Jayapura");
    }

    @Test
    void everyPositionLiesWithinIndonesia() {
        var positions = desk.all().stream()
                .flatMap(office -> Optional.ofNullable(office.position()).stream())
                .toList();

        assertThat(positions).hasSize(160).allSatisfy(position -> {
            assertThat(position.latitude()).isBetween(-11.0, 6.1);
            assertThat(position.longitude()).isBetween(95.0, 141.1);
        });
    }

    /** Loads the file with a difference, looks, and loads it as it was. */
    private void inAnotherEdition(String file, String words, String otherWords, Runnable look) {
        try {
            assertThat(files.load(Csv.of(path(file), edited(file, words, otherWords)), loader(file)))
                    .isTrue();
            look.run();
        } finally {
            files.load(path(file), loader(file));
        }
    }

    private ThrowableAssertAlternative<CannotStart> refused(String file, String words, String otherWords) {
        var edition = Csv.of(path(file), edited(file, words, otherWords));
        return assertThatExceptionOfType(CannotStart.class).isThrownBy(() -> files.load(edition, loader(file)));
    }

    private Consumer<List<Csv.Row>> loader(String file) {
        return switch (file) {
            case "districts" -> regions::loadDistricts;
            case "offices" -> offices::loadOffices;
            case "holidays" -> closedDays::load;
            case "presets" -> policies::load;
            case "templates" -> templates::load;
            default -> throw new AssertionError(file);
        };
    }

    private static byte[] edited(String file, String words, String otherWords) {
        var text = text(file);
        assertThat(text).contains(words);
        return text.replace(words, otherWords).getBytes(UTF_8);
    }

    private static String line(String file, String beginning) {
        return text(file)
                .lines()
                .filter(line -> line.startsWith(beginning))
                .map(line -> line + "\n")
                .findFirst()
                .orElseThrow();
    }

    private static String text(String file) {
        try {
            return new ClassPathResource(path(file)).getContentAsString(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String state(String office) {
        return db.sql("SELECT state FROM office.office WHERE id = :id")
                .param("id", office)
                .query((row, _) -> row.getString("state"))
                .single();
    }

    private long count(String what) {
        return db.sql("SELECT count(*) FROM " + what)
                .query((row, _) -> row.getLong(1))
                .single();
    }

    private static String path(String file) {
        return "data/" + file + ".csv";
    }
}
