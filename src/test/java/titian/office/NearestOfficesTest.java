package titian.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import titian.TitianTest;
import titian.office.OfficeDesk.Nearby;
import titian.shared.Nik;
import titian.shared.OfficeId;

/** Whoever says where they live finds every office, nearest first; regions, for forms and for what a number tells. */
@TitianTest
class NearestOfficesTest {
    private static final OfficeId JAKARTA_SELATAN = OfficeId.of("kanim-jakarta-selatan");

    @Autowired
    OfficeDesk desk;

    @Test
    void theNearestOfficeComesFirst() {
        assertThat(desk.nearest("31.74").getFirst().office().id()).isEqualTo(JAKARTA_SELATAN);
        assertThat(desk.nearest("73.71").getFirst().office().id()).isEqualTo(OfficeId.of("kanim-makassar"));
        assertThat(desk.nearest("93.01").getFirst().office().id()).isEqualTo(OfficeId.of("kanim-merauke"));
    }

    @Test
    void nearestListsEveryPlaceInIndonesiaOnceInOrderOfDistance() {
        for (var regency : List.of("31.74", "12.71", "64.03", "93.01")) {
            var nearest = desk.nearest(regency);

            assertThat(nearest)
                    .extracting(nearby -> nearby.office().id())
                    .hasSize(164)
                    .doesNotHaveDuplicates();
            assertThat(nearest)
                    .flatExtracting(NearestOfficesTest::kilometres)
                    .hasSize(160)
                    .isSorted()
                    .first()
                    .satisfies(kilometres -> assertThat((Double) kilometres).isLessThan(30));
        }
    }

    @Test
    void aPlaceWithoutAPositionStandsWhereItsRegencyDoes() {
        var first = desk.nearest("31.74").stream().limit(3).toList();

        assertThat(first)
                .filteredOn(nearby -> nearby.office().id().equals(OfficeId.of("ulp-lippo-mall-kemang")))
                .singleElement()
                .satisfies(kemang -> assertThat(kemang.kilometres()).isEmpty());
    }

    @Test
    void aRegencyWithoutAnOfficeLooksToItsNamesakeThenToItsProvinceThenToItsIsland() {
        var kabupatenBogor = desk.nearest("32.01");
        assertThat(kabupatenBogor.getFirst().office().id()).isEqualTo(OfficeId.of("kanim-bogor"));
        assertThat(kabupatenBogor.getFirst().kilometres()).isPresent();

        var acehSelatan = desk.nearest("11.01");
        assertThat(acehSelatan)
                .first()
                .satisfies(nearby -> assertThat(nearby.kilometres())
                        .as("the middle of a province is too vague to count from")
                        .isEmpty());
        assertThat(acehSelatan.getFirst().office().city()).isIn(regencyNames("11"));

        var jayawijaya = desk.nearest("95.01");
        assertThat(jayawijaya.stream().limit(5))
                .allSatisfy(nearby -> assertThat(nearby.office().zone().getId()).isEqualTo("Asia/Jayapura"));
    }

    @Test
    void everyRegencyGetsTheWholeList() {
        desk.provinces().stream()
                .flatMap(province -> desk.regencies(province.code()).stream())
                .forEach(regency -> assertThat(desk.nearest(regency.code()))
                        .as(regency.name())
                        .hasSize(164));
    }

    @Test
    void anUnknownRegencyGetsTheListByName() {
        for (var unknown : List.of("99.99", "", "DROP TABLE", "31.74.01")) {
            var nearest = desk.nearest(unknown);

            assertThat(nearest)
                    .hasSize(164)
                    .flatExtracting(NearestOfficesTest::kilometres)
                    .isEmpty();
            assertThat(nearest)
                    .extracting(nearby -> nearby.office().name())
                    .isSortedAccordingTo(Comparator.naturalOrder());
        }
    }

    @Test
    void formsOfferProvincesTheirRegenciesAndTheirDistricts() {
        assertThat(desk.provinces()).hasSize(38).contains(new Region("31", "Daerah Khusus Ibukota Jakarta"));
        assertThat(desk.regencies("31")).hasSize(6).contains(new Region("31.74", "Kota Administrasi Jakarta Selatan"));
        assertThat(desk.districts("31.74")).hasSize(10).isEqualTo(desk.districts("3174"));
        assertThat(desk.regencies("99")).isEmpty();
        assertThat(desk.regencies("")).isEmpty();
        assertThat(desk.districts("31")).isEmpty();
        assertThat(desk.districts("31.74.01")).isEmpty();
    }

    @Test
    void aDistrictIsFoundWithDotsAndWithout() {
        assertThat(desk.district("31.74.01")).isPresent().isEqualTo(desk.district("317401"));
        assertThat(desk.district("31.74")).isEmpty();
        assertThat(desk.district("999999")).isEmpty();
    }

    @Test
    void aNumberTellsWhereItWasIssued() {
        var tebet = desk.firstRegistered(new Nik("3174015708900001")).orElseThrow();

        assertThat(tebet.province().name()).isEqualTo("Daerah Khusus Ibukota Jakarta");
        assertThat(tebet.regency()).isEqualTo(new Region("31.74", "Kota Administrasi Jakarta Selatan"));
        assertThat(tebet.district()).isEqualTo(desk.district("31.74.01").orElseThrow());
    }

    @Test
    void theProvincesThatPapuaWasSplitIntoAreKnown() {
        assertThat(List.of("93", "94", "95", "96")).allSatisfy(province -> {
            var regency = desk.regencies(province).getFirst();
            var district = desk.districts(regency.code()).getFirst();
            var nik = new Nik(district.code().replace(".", "") + "1708900001");

            var place = desk.firstRegistered(nik).orElseThrow();

            assertThat(place.province().code()).isEqualTo(province);
            assertThat(place.regency()).isEqualTo(regency);
            assertThat(place.district()).isEqualTo(district);
        });
    }

    @Test
    void aNumberFromADistrictThatIsNoMoreTellsAsMuchAsIsKnown() {
        var oldMerauke = desk.firstRegistered(new Nik("9101011708900001")).orElseThrow();

        assertThat(oldMerauke.province().name()).isEqualTo("Papua");
        assertThat(oldMerauke.regency()).isNull();
        assertThat(oldMerauke.district()).isNull();
        assertThat(desk.firstRegistered(new Nik("9901011708900001"))).isEmpty();
    }

    private List<String> regencyNames(String province) {
        return desk.regencies(province).stream().map(Region::name).toList();
    }

    private static List<Double> kilometres(Nearby nearby) {
        return nearby.kilometres().stream().toList();
    }
}
