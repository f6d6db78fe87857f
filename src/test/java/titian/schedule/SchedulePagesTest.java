package titian.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import titian.TitianTest;
import titian.booking.BookingDesk;
import titian.office.OfficeDesk;
import titian.office.OfficeType;
import titian.shared.OfficeId;
import titian.slot.Day.Openness;

/** Free places, for everyone to see. */
@TitianTest
class SchedulePagesTest {

    private static final OfficeId JAKARTA = OfficeId.of("kanim-jakarta-selatan");

    @Autowired
    MockMvcTester browser;

    @Autowired
    BookingDesk desk;

    @Autowired
    OfficeDesk offices;

    @Autowired
    OfficeList list;

    @Autowired
    JdbcClient db;

    @Autowired
    Clock clock;

    @Test
    void everyOfficeIsListedTwentyToAPage() {
        var inIndonesia = offices.all().stream()
                .filter(office -> office.type() != OfficeType.MISSION)
                .count();

        var first = list.find("", "", 1);

        assertThat(first.total()).isEqualTo((int) inIndonesia).isGreaterThan(160);
        assertThat(first.entries()).hasSize(OfficeList.PAGE);
        assertThat(IntStream.rangeClosed(1, first.pages())
                        .boxed()
                        .flatMap(page -> list.find("", "", page).entries().stream())
                        .map(entry -> entry.office().id()))
                .hasSize((int) inIndonesia)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            lombok,           Lombok Timur
            JAKARTA selatan,  Jakarta Selatan
            '  depok ',       Depok
            """)
    void anOfficeIsFoundByTheWordsOfItsNameOrPlace(String typed, String found) {
        assertThat(browser.get().uri("/jadwal").param("cari", typed))
                .hasStatusOk()
                .bodyText()
                .contains(found);
    }

    @Test
    void anOfficeIsFoundByItsProvince() {
        assertThat(list.find("31", "", 1).entries())
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.office().city()).contains("Jakarta"));
        assertThat(list.find("31", "lombok", 1).entries()).isEmpty();
    }

    @Test
    void whatIsNotFoundIsSaidWithTheNextThingToDo() {
        assertThat(browser.get().uri("/jadwal?cari=zzzz"))
                .hasStatusOk()
                .bodyText()
                .contains("Belum ada kantor yang cocok")
                .contains("value=\"zzzz\"");
    }

    @Test
    void whatIsTypedIsShownAsTextOnly() {
        assertThat(browser.get().uri("/jadwal").param("cari", "\"><script>alert(1)</script>"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("<script>alert");
    }

    @Test
    void anOfficeThatCannotServeSaysWhyAndWhereToGo() {
        desk.openDays(OfficeId.of("kanim-lombok-timur"));

        assertThat(browser.get().uri("/jadwal").param("cari", "ulp lombok timur"))
                .hasStatusOk()
                .bodyText()
                .contains("Tidak melayani")
                .contains("Yang terdekat:")
                .contains("/jadwal/kanim-lombok-timur");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-3", "0", "9999"})
    void aPageThatIsNotThereIsTheNearestOneThatIs(String number) {
        assertThat(browser.get().uri("/jadwal").param("halaman", number)).hasStatusOk();
    }

    @Test
    void aCalendarShowsItsDaysAndHoursAndWhereToBegin() {
        var early = desk.earliest(JAKARTA, 1).getFirst();
        var day = LocalDate.ofInstant(
                early.startsAt(), offices.find(JAKARTA).orElseThrow().zone());

        assertThat(browser.get().uri("/jadwal/{office}", JAKARTA))
                .hasStatusOk()
                .bodyText()
                .contains("?tanggal=" + day + "#jam")
                .contains("aria-current=\"date\"")
                .contains("sisa ")
                .contains("href=\"/daftar\"")
                .doesNotContain("type=\"radio\"");
    }

    @Test
    void aMonthIsNamedInTheReadersLanguage() {
        var next = YearMonth.now(clock).plusMonths(1);

        assertThat(browser.get().uri("/jadwal/{office}?bulan={month}&lang=en", JAKARTA, next))
                .hasStatusOk()
                .bodyText()
                .contains(next.getMonth().getDisplayName(java.time.format.TextStyle.FULL, Locale.UK))
                .contains("Start an application");
    }

    @Test
    void aDayWithoutHoursSaysSo() {
        var closed = desk.month(JAKARTA, YearMonth.now(clock).plusMonths(1)).stream()
                .filter(day -> day.openness() == Openness.CLOSED)
                .findFirst()
                .orElseThrow();

        assertThat(browser.get().uri("/jadwal/{office}?tanggal={day}", JAKARTA, closed.date()))
                .hasStatusOk()
                .bodyText()
                .contains("Tidak ada jam layanan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1900-01", "2999-12", "+99999-01"})
    void aMonthOutOfReachShowsTheNearestOne(String month) {
        assertThat(browser.get().uri("/jadwal/{office}?bulan={month}", JAKARTA, month))
                .hasStatusOk();
    }

    @ParameterizedTest
    @CsvSource({
        "/jadwal/kanim-atlantis,404",
        "/jadwal/KANIM..!,400",
        "/jadwal/kanim-jakarta-selatan?bulan=kapan,400",
        "/jadwal/kanim-jakarta-selatan?tanggal=2026-13-40,400",
        "/jadwal?halaman=satu,400"
    })
    void whatMakesNoSenseIsRefusedPolitely(String address, int status) {
        assertThat(browser.get().uri(address)).hasStatus(status);
    }

    @Test
    void aFullOfficeShowsItsFullDaysAndWhereElseToGo() {
        var full = OfficeId.of("kanim-sorong");
        desk.openDays(full);
        offices.alternatives(full, LocalDate.now(clock), 5)
                .forEach(nearby -> desk.openDays(nearby.office().id()));
        db.sql("UPDATE booking.slot SET taken = capacity WHERE office = :office")
                .param("office", full.value())
                .update();

        assertThat(browser.get().uri("/jadwal/{office}?bulan={month}", full, lastMonthOpened(full)))
                .hasStatusOk()
                .bodyText()
                .contains("class=\"day full\"")
                .contains("Semua tempat yang sudah dibuka terisi")
                .contains("Yang terdekat:", " atau ");
    }

    /** The next month need not be open yet: at the end of this one it is, at its beginning it is not. */
    private YearMonth lastMonthOpened(OfficeId office) {
        return db.sql("SELECT max(starts_at AT TIME ZONE 'Asia/Jayapura') FROM booking.slot WHERE office = :office")
                .param("office", office.value())
                .query((row, _) -> YearMonth.from(row.getTimestamp(1).toLocalDateTime()))
                .single();
    }

    @Test
    void aClosedOfficeHasNoCalendarButAWayOn() {
        assertThat(browser.get().uri("/jadwal/ulp-lombok-timur"))
                .hasStatusOk()
                .bodyText()
                .contains("Tidak melayani")
                .doesNotContain("class=\"cal\"");
    }
}
