package titian.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import titian.Inbox;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.application.SomeVisits;
import titian.booking.AppointmentState;
import titian.booking.BookingDesk;
import titian.office.OfficeDesk;
import titian.office.Policy;
import titian.outside.World;
import titian.shared.ApplicationId;
import titian.shared.OfficeId;
import titian.slot.SlotId;
import titian.slot.SomeSlots;

/** "Ubah jadwal", as its applicant and others meet it: at the old time or at the new one, told once, in so many words. */
@TitianTest
class MovePagesTest {

    private static final LocalTime TEN = LocalTime.of(10, 0);
    private static final LocalTime ELEVEN = LocalTime.of(11, 0);

    @Autowired
    BeanFactory house;

    @Autowired
    BookingDesk booking;

    @Autowired
    OfficeDesk offices;

    @Autowired
    AccountDesk accounts;

    @Autowired
    World world;

    @Autowired
    JdbcClient db;

    @Autowired
    Clock clock;

    @Test
    void theCalendarSaysWhatHoldsNowAndHowOftenAndUntilWhenItMayChange() {
        var comer = new Comer(house, 4);

        assertThat(comer.get("ubah-jadwal"))
                .hasStatusOk()
                .bodyText()
                .contains("Pilih jadwal baru", "Jadwal sekarang", "Jadwal bisa diubah 1 kali lagi", "pukul 23.59 WIB");
        assertThat(comer.get(""))
                .hasStatusOk()
                .bodyText()
                .contains("Perlu waktu lain?", comer.address("ubah-jadwal"), comer.address("batal"));
    }

    @Test
    void beforeItIsDoneTheOldTimeStandsBesideTheNew() {
        var comer = new Comer(house, 4);
        var other = comer.window(5, ELEVEN);

        assertThat(comer.get("ubah-jadwal/periksa?slot=" + other))
                .hasStatusOk()
                .bodyText()
                .contains("Jadwal lama", "Jadwal baru", "Setelah ini jadwal tidak bisa diubah lagi", "name=\"kunci\"");
        assertThat(comer.now().slot()).as("looking is not moving").isEqualTo(comer.booked.slot());
    }

    @Test
    void movingKeepsTheCodeAndTakesTheNewPlaceWhileTheOldOneRests() {
        var comer = new Comer(house, 4);
        var other = comer.window(5, ELEVEN);

        assertThat(comer.move(other)).hasStatus3xxRedirection().hasRedirectedUrl(comer.address("ubah-jadwal/selesai"));

        var moved = comer.now();
        assertThat(moved.slot()).isEqualTo(other);
        assertThat(moved.code()).isEqualTo(comer.booked.code());
        assertThat(moved.state()).isEqualTo(AppointmentState.CONFIRMED);
        assertThat(comer.taken(other)).isEqualTo(1);
        assertThat(comer.taken(comer.booked.slot())).as("it rests").isEqualTo(1);
        assertThat(comer.get("ubah-jadwal/selesai"))
                .hasStatusOk()
                .bodyText()
                .contains("Jadwal sudah diubah", moved.code().toString(), "/kalender.ics");
        assertThat(comer.get(""))
                .bodyText()
                .contains("Jadwal yang diubah", "Jadwal ini sudah tidak bisa diubah lagi", comer.address("batal"))
                .doesNotContain(comer.address("ubah-jadwal"));
    }

    @Test
    void theOldTimeAndTheNewAreWrittenDownOnceWithWhoMovedIt() {
        var comer = new Comer(house, 4);
        var other = comer.window(5, ELEVEN);
        var key = UUID.randomUUID().toString();
        comer.move(other, key);
        comer.move(other, key);

        assertThat(db.sql("""
                        SELECT before || ' > ' || after || ' by ' || account
                          FROM audit.entry
                         WHERE act = 'APPOINTMENT_MOVED' AND subject = :application
                        """)
                        .param("application", comer.id.toString())
                        .query(String.class)
                        .list())
                .containsExactly("%s > %s by %s"
                        .formatted(
                                comer.booked.startsAt(),
                                booking.slot(other).orElseThrow().startsAt(),
                                comer.me.account()));
    }

    @Test
    void theLetterBringsThePassAndAnEntryThatReplacesTheOldOneInTheCalendar() {
        var comer = new Comer(house, 4);
        comer.move(comer.window(5, ELEVEN));

        var letter = new Inbox(world).about(comer.someone.email(), "Jadwal paspor Anda diubah");

        assertThat(letter.text()).contains("11.00", comer.booked.code().toString());
        assertThat(letter.attachments())
                .anySatisfy(file -> assertThat(file.type()).startsWith("application/pdf"))
                .anySatisfy(file -> assertThat(file.type()).startsWith("text/calendar"));
        assertThat(calendar(comer)).contains("UID:" + comer.booked.id() + "@titian", "SEQUENCE:1", "STATUS:CONFIRMED");
    }

    private String calendar(Comer comer) {
        return new String(house.getBean(titian.pass.PassDesk.class).calendar(comer.id), StandardCharsets.UTF_8)
                .replace("\r\n ", "");
    }

    @Test
    void aDoubleClickMovesOnceAndBothAreShownTheSame() {
        var comer = new Comer(house, 4);
        var other = comer.window(5, ELEVEN);

        var answers = atOnce(Stream.generate(() -> (Callable<MvcTestResult>) () -> comer.move(other, "klik"))
                .limit(8)
                .toList());

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer).hasRedirectedUrl(comer.address("ubah-jadwal/selesai")));
        assertThat(comer.now().moves()).isEqualTo(1);
        assertThat(comer.taken(other)).isEqualTo(1);
        assertThat(comer.letters("MOVED")).isEqualTo(1);
    }

    @Test
    void aRetryAfterALostAnswerIsAnsweredTheSame() {
        var comer = new Comer(house, 4);
        var other = comer.window(5, ELEVEN);
        comer.move(other, "sekali");

        assertThat(comer.move(other, "sekali")).hasRedirectedUrl(comer.address("ubah-jadwal/selesai"));

        assertThat(comer.now().moves()).isEqualTo(1);
        assertThat(comer.letters("MOVED")).isEqualTo(1);
    }

    @Test
    void twoTabsForTwoTimesMoveItOnce() {
        var comer = new Comer(house, 4);
        var first = comer.window(5, ELEVEN);
        var second = comer.window(6, ELEVEN);

        var answers = atOnce(List.of(() -> comer.move(first), () -> comer.move(second)));

        assertThat(answers.stream().map(answer -> answer.getResponse().getStatus()))
                .containsExactlyInAnyOrder(302, 422);
        assertThat(comer.now().moves()).isEqualTo(1);
        assertThat(comer.taken(first) + comer.taken(second)).isEqualTo(1);
    }

    @Test
    void aSecondTabForTheSameTimeIsShownThatItIsDone() {
        var comer = new Comer(house, 4);
        var other = comer.window(5, ELEVEN);
        comer.move(other, "tab satu");

        assertThat(comer.move(other, "tab dua")).hasRedirectedUrl(comer.address("ubah-jadwal/selesai"));

        assertThat(comer.now().moves()).isEqualTo(1);
    }

    @Test
    void aKeyThatWasUsedForAnotherTimeIsRefused() {
        var comer = new Comer(house, 4);
        comer.move(comer.window(5, ELEVEN), "kunci");

        assertThat(comer.move(comer.window(6, ELEVEN), "kunci"))
                .hasStatus(409)
                .bodyText()
                .contains("Halaman itu sudah pernah dikirim");

        assertThat(comer.now().moves()).isEqualTo(1);
    }

    @Test
    void itIsMovedNoOftenerThanTheOfficeAllows() {
        var comer = new Comer(house, 4);
        comer.move(comer.window(5, ELEVEN));
        var third = comer.window(6, ELEVEN);

        assertThat(comer.get("ubah-jadwal"))
                .hasStatusOk()
                .bodyText()
                .contains("Jadwal sudah tidak bisa diubah lagi", comer.address("batal"));
        assertThat(comer.move(third)).hasStatus(422).bodyText().contains("Jadwal sudah tidak bisa diubah lagi");
        assertThat(comer.taken(third)).isZero();
    }

    /** An office of its own, for what is decided there is decided for every test. */
    @Test
    void howOftenAndUntilWhenIsTheOfficesToDecide() {
        var office = OfficeId.of("kanim-sampit");
        decide(office, 2, 3);
        var comer = new Comer(house, office, 5, TEN);
        var near = new Comer(house, office, 2, TEN);

        comer.move(comer.window(6, ELEVEN));
        assertThat(comer.get("ubah-jadwal")).bodyText().contains("Jadwal bisa diubah 1 kali lagi");
        assertThat(comer.move(comer.window(7, ELEVEN))).hasRedirectedUrl(comer.address("ubah-jadwal/selesai"));
        assertThat(comer.now().moves()).isEqualTo(2);
        assertThat(comer.letters("MOVED")).isEqualTo(2);
        assertThat(near.move(near.window(6, ELEVEN)))
                .hasStatus(422)
                .bodyText()
                .contains("Batas mengubah jadwal sudah lewat");
    }

    @Test
    void theOtherOfTwoTabsIsShownTheCalendarAgainIfItMayMoveOnceMore() {
        var office = OfficeId.of("kanim-sampit");
        decide(office, 2, 1);
        var comer = new Comer(house, office, 5, TEN);
        var first = comer.window(6, ELEVEN);
        var second = comer.window(7, ELEVEN);

        var answers = atOnce(List.of(() -> comer.move(first), () -> comer.move(second)));

        assertThat(answers).allSatisfy(answer -> assertThat(answer).hasStatus3xxRedirection());
        var where = comer.now();
        assertThat(where.moves()).isBetween(1, 2);
        assertThat(comer.taken(where.slot())).isEqualTo(1);
    }

    private void decide(OfficeId office, int reschedules, int daysBefore) {
        var today = clock.instant()
                .atZone(offices.find(office).orElseThrow().zone())
                .toLocalDate();
        var now = offices.policy(office, today);
        offices.decide(
                office,
                today,
                new Policy(
                        now.preset(),
                        now.assignment(),
                        now.payment(),
                        now.documents(),
                        now.groupLimit(),
                        now.hold(),
                        reschedules,
                        daysBefore,
                        now.daysBetweenApplications(),
                        now.minimumNotice(),
                        now.horizon(),
                        now.returnDelay(),
                        now.release()));
    }

    @Test
    void aTimeThatFilledUpMeanwhileLeavesTheOldOneAndOffersTheNearest() {
        var comer = new Comer(house, 4);
        var other = comer.window(5, ELEVEN);
        new SomeVisits(house)
                .paid(
                        SignedInPeople.applicant(accounts).account(),
                        booking.slot(other).orElseThrow());

        assertThat(comer.get("ubah-jadwal/periksa?slot=" + other)).hasStatus(422);
        assertThat(comer.move(other))
                .hasStatus(422)
                .bodyText()
                .contains("baru saja terisi orang lain. Jadwal Anda yang lama masih berlaku");

        assertThat(comer.now()).isEqualTo(comer.booked);
        assertThat(comer.letters("MOVED")).isZero();
    }

    @Test
    void onTheDayOfTheVisitItIsTooLate() {
        var comer = new Comer(house, SomeSlots.OFFICE, 0, LocalTime.of(23, 59, 59));
        var other = comer.window(5, ELEVEN);

        assertThat(comer.get("ubah-jadwal")).hasStatusOk().bodyText().contains("Batas mengubah jadwal sudah lewat");
        assertThat(comer.move(other))
                .hasStatus(422)
                .bodyText()
                .contains("Batas mengubah jadwal sudah lewat", "pukul 23.59 WIB", "Datanglah sesuai jadwal");
        assertThat(comer.get(""))
                .bodyText()
                .contains("Batas mengubah atau membatalkan adalah")
                .doesNotContain(comer.address("ubah-jadwal"));

        assertThat(comer.now()).isEqualTo(comer.booked);
    }

    @Test
    void theDayBeforeIsCountedWhereTheOfficeIs() {
        var jayapura = OfficeId.of("kanim-jayapura");
        var firstMinute = new Comer(house, jayapura, 1, LocalTime.MIDNIGHT);
        var lastMinute = new Comer(house, jayapura, 0, LocalTime.of(23, 59, 59));

        assertThat(firstMinute.get("ubah-jadwal")).bodyText().contains("Pilih jadwal baru", "WIT");
        assertThat(lastMinute.get("ubah-jadwal")).bodyText().contains("Batas mengubah jadwal sudah lewat", "WIT");
    }

    @Test
    void aWindowThatHasBegunOrIsSomewhereElseOrForOthersIsNoneToMoveTo() {
        var comer = new Comer(house, 4);
        var begun = comer.window(0, LocalTime.MIDNIGHT);
        var elsewhere = new SomeSlots(db, clock).slot(OfficeId.of("kanim-jayapura"), comer.at(5, ELEVEN), 1);
        var nowhere = SlotId.next();

        for (var to : List.of(begun, elsewhere, nowhere)) {
            assertThat(comer.move(to)).as("%s", to).hasStatus(422);
            assertThat(comer.get("ubah-jadwal/periksa?slot=" + to)).as("%s", to).hasStatus(422);
        }
        assertThat(comer.now()).isEqualTo(comer.booked);
        assertThat(comer.taken(elsewhere)).isZero();
    }

    @Test
    void itsOwnTimeIsNoOtherTime() {
        var comer = new Comer(house, 4);

        assertThat(comer.get("ubah-jadwal/periksa?slot=" + comer.booked.slot()))
                .hasStatus(422)
                .bodyText()
                .contains("Itu jadwal Anda sekarang");
        assertThat(comer.move(comer.booked.slot())).hasRedirectedUrl(comer.address("ubah-jadwal"));
        assertThat(comer.now()).isEqualTo(comer.booked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ubah-jadwal", "ubah-jadwal/periksa", "ubah-jadwal/selesai", "batal", "terlewat"})
    void toAnyoneElseTheVisitDoesNotExist(String page) {
        var comer = new Comer(house, 4);
        var stranger = SignedInPeople.applicant(accounts);

        assertThat(comer.get(page, stranger)).hasStatus(404);
    }

    @Test
    void nobodyElseMovesOrCancelsIt() {
        var comer = new Comer(house, 4);
        var stranger = SignedInPeople.applicant(accounts);
        var other = comer.window(5, ELEVEN);
        var typed = Map.of("slot", other.toString(), "kunci", "bukan milik saya");

        assertThat(comer.post("ubah-jadwal", stranger, typed)).hasStatus(404);
        assertThat(comer.post("batal", stranger, Map.of())).hasStatus(404);

        assertThat(comer.now()).isEqualTo(comer.booked);
    }

    @Test
    void anotherPersonsKeyIsNotMine() {
        var one = new Comer(house, 4);
        var two = new Comer(house, 4);
        one.move(one.window(5, ELEVEN), "kunci yang sama");
        var other = two.window(6, ELEVEN);

        assertThat(two.move(other, "kunci yang sama")).hasRedirectedUrl(two.address("ubah-jadwal/selesai"));

        assertThat(two.now().slot()).isEqualTo(other);
    }

    @Test
    void whatCannotBeReadIsABadRequest() {
        var comer = new Comer(house, 4);
        var slot = comer.window(5, ELEVEN).toString();

        for (var typed : List.of(
                Map.of("slot", slot),
                Map.of("slot", slot, "kunci", " "),
                Map.of("slot", slot, "kunci", "k".repeat(101)),
                Map.of("slot", "bukan-jam", "kunci", "k"))) {
            assertThat(comer.post("ubah-jadwal", comer.me, typed))
                    .as("%s", typed)
                    .hasStatus(400);
        }
        for (var asked : List.of("?bulan=2026-13", "?tanggal=besok", "?bulan=9999-01", "/periksa?slot=1")) {
            assertThat(comer.get("ubah-jadwal" + asked)).as(asked).hasStatus(400);
        }
        assertThat(comer.now()).isEqualTo(comer.booked);
    }

    @Test
    void withoutAVisitThatIsCertainThereIsNothingToMove() {
        var me = SignedInPeople.applicant(accounts);
        var slot = new SomeSlots(db, clock).slot(1);
        var unpaid =
                new SomeVisits(house).unpaid(me.account(), booking.slot(slot).orElseThrow());
        var comer = new Comer(house, 4);
        var address = "/permohonan/" + unpaid.appointment().application();

        assertThat(get(address + "/ubah-jadwal", me)).hasRedirectedUrl(address);
        assertThat(get(address + "/batal", me)).hasRedirectedUrl(address);
        assertThat(get("/permohonan/" + ApplicationId.next() + "/ubah-jadwal", me))
                .hasStatus(404);
        assertThat(comer.get("ubah-jadwal/selesai")).hasRedirectedUrl(comer.address(""));
    }

    private MvcTestResult get(String address, titian.shared.SignedIn who) {
        return house.getBean(org.springframework.test.web.servlet.assertj.MockMvcTester.class)
                .get()
                .uri(address)
                .with(SignedInPeople.as(who))
                .exchange();
    }

    private static List<MvcTestResult> atOnce(List<Callable<MvcTestResult>> attempts) {
        try (var everybody = Executors.newVirtualThreadPerTaskExecutor()) {
            return everybody.invokeAll(attempts).stream().map(Future::resultNow).toList();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
