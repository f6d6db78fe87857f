package titian.application;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;

import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import titian.Inbox;
import titian.People;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.application.Stage.Expired;
import titian.application.Stage.Scheduled;
import titian.application.Stage.Submitted;
import titian.booking.Appointment;
import titian.booking.AppointmentState;
import titian.booking.BookingDesk;
import titian.form.FilledIn;
import titian.outside.World;
import titian.payment.PaymentDesk;
import titian.payment.SomeBills;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.PassportType;
import titian.shared.SignedIn;
import titian.shared.Speed;
import titian.slot.SlotId;
import titian.slot.SomeSlots;

/** Whoever paid after their place had gone to somebody else: the nearest that is as good is kept for them for a day. */
@TitianTest
class KeptPlaceTest {

    @Autowired
    BeanFactory house;

    @Autowired
    MockMvcTester browser;

    @Autowired
    AccountDesk accounts;

    @Autowired
    Settlements settlements;

    @Autowired
    ApplicationDesk life;

    @Autowired
    BookingDesk booking;

    @Autowired
    PaymentDesk payment;

    @Autowired
    DraftDesk drafts;

    @Autowired
    JdbcClient db;

    @Autowired
    World world;

    People.Someone who = People.someone();
    FilledIn filledIn;
    Unpaid unpaid;
    SignedIn me;
    ApplicationId id;
    Appointment lost;

    @BeforeEach
    void somebodyPaysForAPlaceThatIsGone() {
        filledIn = new FilledIn(house);
        unpaid = new Unpaid(house);
        somebodyLoses(filledIn.slot(1), Speed.REGULAR);

        settlements.paid(id, ((Expired) stage()).bill());
    }

    private void somebodyLosesAPlace() {
        somebodyLoses(filledIn.slot(1), Speed.REGULAR);
    }

    private void somebodyLoses(SlotId slot, Speed wished) {
        me = SignedInPeople.applicant(accounts, who);
        id = filledIn.form(me.account(), who, slot);
        if (wished == Speed.SAME_DAY) {
            filledIn.hurry(id, me.account());
        }
        filledIn.submit(id, me.account());
        lost = booking.find(((Submitted) stage()).appointment()).orElseThrow();
        unpaid.expire(id);
        somebodyElseTakes(slot);
        filledIn.slot(1);
    }

    @Test
    void theNearestPlaceIsHeldForADayAndToldOnTheHome() {
        var kept = kept();

        assertThat(kept.state()).isEqualTo(AppointmentState.HELD);
        assertThat(kept.slot()).isNotEqualTo(lost.slot());
        assertThat(kept.office()).isEqualTo(lost.office());
        assertThat(kept.lane()).isEqualTo(lost.lane());
        assertThat(kept.heldUntil()).isBetween(now().plus(Duration.ofHours(23)), now().plus(Duration.ofHours(24)));
        assertThat(page("/beranda")).contains("Satu tempat kami simpan untuk Anda", "Tidak perlu membayar lagi");
        assertThat(page("/permohonan/" + id))
                .contains("Uang Anda aman", "Ambil tempat ini")
                .doesNotContain("kedaluwarsa");
    }

    @Test
    void theLetterTellsThePlaceAndItsClock() {
        var letter = new Inbox(world).about(who.email(), "satu tempat kami simpan");

        assertThat(letter.text()).contains("selama 24 jam", "Disimpan sampai", "/permohonan/" + id);
    }

    @Test
    void whoeverPaidInTimeIsNotToldThatTheyWereLate() {
        who = People.someone();
        somebodyLosesAPlace();
        var bill = payment.find(((Expired) stage()).bill()).orElseThrow();

        new SomeBills(house).pay(bill, bill.payBy().minusSeconds(5));

        var letter = new Inbox(world).about(who.email(), "satu tempat kami simpan");
        assertThat(letter.text()).contains("Anda membayar tepat waktu").doesNotContain("setelah batas waktu");
        assertThat(page("/tagihan/" + id)).contains("Anda membayar tepat waktu").doesNotContain("setelah batas waktu");
    }

    @Test
    void whoeverPaidAfterTheLimitIsToldSo() {
        who = People.someone();
        somebodyLosesAPlace();
        var bill = payment.find(((Expired) stage()).bill()).orElseThrow();

        new SomeBills(house).pay(bill, bill.payBy().plusSeconds(5));

        var letter = new Inbox(world).about(who.email(), "satu tempat kami simpan");
        assertThat(letter.text()).contains("setelah batas waktu").doesNotContain("tepat waktu");
        assertThat(page("/tagihan/" + id)).contains("setelah batas waktu").doesNotContain("tepat waktu");
    }

    @Test
    void takingItMakesTheVisitCertainForTheMoneyPaid() {
        var bill = ((Expired) stage()).bill();
        var kept = kept();

        assertThat(take()).isEqualTo("/permohonan/" + id);
        assertThat(take()).as("pressed twice").isEqualTo("/permohonan/" + id);

        var scheduled = (Scheduled) stage();
        assertThat(scheduled.appointment()).isEqualTo(kept.id());
        assertThat(scheduled.billed()).contains(bill);
        assertThat(booking.find(kept.id()).orElseThrow().state()).isEqualTo(AppointmentState.CONFIRMED);
        assertThat(page("/beranda")).doesNotContain("Satu tempat kami simpan");
    }

    @Test
    void choosingAnotherTimeGivesItBackAndCostsNothing() {
        var kept = kept();
        filledIn.choose(id, me.account(), filledIn.slot(1));

        assertThat(filledIn.submit(id, me.account())).isInstanceOf(Scheduled.class);

        assertThat(booking.find(kept.id()).orElseThrow().state()).isEqualTo(AppointmentState.EXPIRED);
    }

    @Test
    void afterADayItGoesBackAndThePaymentStands() {
        var kept = kept();

        world.clock().moveBy(Duration.ofHours(24).plusMinutes(1));

        assertThat(life.keptPlace(id)).isEmpty();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> booking.find(kept.id()).orElseThrow().state() == AppointmentState.EXPIRED);
        assertThat(take()).isEqualTo("/permohonan/" + id);
        assertThat(((Expired) stage()).paidLate()).isTrue();
        assertThat(page("/permohonan/" + id)).contains("Uang Anda aman").doesNotContain("Ambil tempat ini");
        filledIn.choose(id, me.account(), filledIn.slot(1));
        assertThat(filledIn.submit(id, me.account())).isInstanceOf(Scheduled.class);
    }

    @Test
    void aPlaceThatBeginsBeforeADayIsOverIsNotKept() {
        who = People.someone();
        somebodyLoses(at(now().plus(Duration.ofHours(30))), Speed.REGULAR);
        at(now().plus(Duration.ofHours(20)));
        at(now().plus(Duration.ofHours(40)));

        settlements.paid(id, ((Expired) stage()).bill());

        assertThat(kept().startsAt()).isAfter(kept().heldUntil());
        assertThat(kept().heldUntil()).isAfter(now().plus(Duration.ofHours(23)));
    }

    @Test
    void whatHasBegunIsNotTakenAndThePaymentStands() {
        var kept = kept();
        db.sql("UPDATE booking.slot SET starts_at = :begun WHERE id = :slot")
                .param("begun", SomeSlots.odd(now().minusSeconds(60)).atOffset(UTC))
                .param("slot", kept.slot().value())
                .update();

        assertThat(page("/permohonan/" + id)).doesNotContain("Ambil tempat ini");
        assertThat(take()).isEqualTo("/permohonan/" + id);

        assertThat(((Expired) stage()).paidLate()).isTrue();
        filledIn.choose(id, me.account(), filledIn.slot(1));
        assertThat(filledIn.submit(id, me.account())).isInstanceOf(Scheduled.class);
    }

    @Test
    void whoeverPaidForTheSameDayIsKeptAnHourThatIsEarlyEnough() {
        who = People.someone();
        var far = filledIn.workingDay().plus(Duration.ofDays(35));
        somebodyLoses(at(far), Speed.SAME_DAY);
        at(far.plus(Duration.ofHours(2)));
        var early = at(far.minus(Duration.ofHours(3)));

        settlements.paid(id, ((Expired) stage()).bill());

        assertThat(kept().slot()).isEqualTo(early);
        take();
        assertThat(stage()).isInstanceOf(Scheduled.class);
        assertThat(drafts.find(id).orElseThrow().speed()).isEqualTo(Speed.SAME_DAY);
    }

    @Test
    void whoWishedForTheSameDayAndPaidForARegularOneTakesAnEarlyHourForWhatTheyPaid() {
        who = People.someone();
        var far = filledIn.workingDay().plus(Duration.ofDays(42));
        somebodyLoses(at(far.plus(Duration.ofHours(3))), Speed.SAME_DAY);
        at(far);

        settlements.paid(id, ((Expired) stage()).bill());
        take();

        assertThat(stage()).isInstanceOf(Scheduled.class);
        assertThat(drafts.find(id).orElseThrow().speed()).isEqualTo(Speed.REGULAR);
    }

    @Test
    void whatCannotBeTakenForTheMoneyPaidIsToldByTheButton() {
        filledIn.wish(id, me.account(), PassportType.ELECTRONIC, 5);

        assertThat(press()).hasStatus(409).bodyText().contains("tidak sesuai dengan yang sudah Anda bayar");

        assertThat(((Expired) stage()).paidLate()).isTrue();
    }

    @Test
    void whatIsMissingInTheFormIsToldByTheButton() {
        filledIn.spoil(id, me.account());

        assertThat(press()).hasStatus(409).bodyText().contains("Lengkapi dulu isian Anda");
    }

    @Test
    void nobodyElseTakesIt() {
        var other = SignedInPeople.applicant(accounts);

        assertThat(browser.post()
                        .uri("/permohonan/" + id + "/tempat")
                        .with(as(other))
                        .with(csrf()))
                .hasStatus(404);

        assertThat(stage()).isInstanceOf(Expired.class);
    }

    private Appointment kept() {
        return booking.find(life.keptPlace(id).orElseThrow().appointment()).orElseThrow();
    }

    private String take() {
        return String.valueOf(press().getResponse().getRedirectedUrl());
    }

    private MvcTestResult press() {
        return browser.post()
                .uri("/permohonan/" + id + "/tempat")
                .with(as(me))
                .with(csrf())
                .exchange();
    }

    private SlotId at(Instant hour) {
        return new SomeSlots(db, world.clock()).slot(SomeSlots.OFFICE, hour, 1);
    }

    private String page(String address) {
        try {
            return browser.get()
                    .uri(address)
                    .with(as(me))
                    .exchange()
                    .getResponse()
                    .getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void somebodyElseTakes(SlotId slot) {
        unpaid.comesBack(slot);
        var quicker = AccountId.next();
        filledIn.submit(filledIn.form(quicker, People.someone(), slot), quicker);
    }

    private Instant now() {
        return world.clock().instant();
    }

    private Stage stage() {
        return unpaid.stage(id);
    }
}
