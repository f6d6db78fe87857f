package titian.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import titian.TitianTest;
import titian.platform.DataFiles;

/** The real data arrives whole, once, and what administrators decide survives it. */
@TitianTest
class OfficeDataTest {

    private static final List<String> FILES =
            List.of("provinces", "regencies", "districts", "offices", "missions", "holidays", "tiers", "policies");

    @Autowired
    OfficeDesk desk;

    @Autowired
    DataFiles files;

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
                        "data/policies.csv 12");
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

    private long count(String what) {
        return db.sql("SELECT count(*) FROM " + what)
                .query((row, _) -> row.getLong(1))
                .single();
    }

    private static String path(String file) {
        return "data/" + file + ".csv";
    }
}
