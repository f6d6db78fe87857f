package titian.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import titian.People;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.application.ApplicationRefused;
import titian.application.DraftDesk;
import titian.application.Paid;
import titian.application.Stage.Draft;
import titian.application.Stage.Scheduled;
import titian.application.Stage.Submitted;
import titian.form.Answer;
import titian.form.FilledIn;
import titian.form.FormDesk;
import titian.form.Kind;
import titian.office.OfficeDesk;
import titian.office.OfficeType;
import titian.office.SameDayDesk;
import titian.payment.PaymentDesk;
import titian.shared.ApplicationId;
import titian.shared.Money;
import titian.shared.OfficeId;
import titian.shared.PassportType;
import titian.shared.SignedIn;
import titian.shared.Speed;
import titian.slot.SlotId;
import titian.slot.SomeSlots;

/** A passport on the day of the visit: wished for in the form, charged where it can be promised, told where it cannot. */
@TitianTest
class SameDayTest {

    @Autowired
    BeanFactory house;

    @Autowired
    SubmissionDesk desk;

    @Autowired
    FormDesk forms;

    @Autowired
    DraftDesk drafts;

    @Autowired
    PaymentDesk payment;

    @Autowired
    OfficeDesk offices;

    @Autowired
    SameDayDesk sameDays;

    @Autowired
    AccountDesk accounts;

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient db;

    @Autowired
    Clock clock;

    FilledIn filledIn;
    SignedIn me;

    @BeforeEach
    void somebody() {
        filledIn = new FilledIn(house);
        me = SignedInPeople.applicant(accounts);
    }

    @Test
    void itIsOfferedWithItsPriceBeforeAnOfficeIsChosenAndKeptAsChosen() {
        var id = filledIn.ready(me.account(), People.someone());

        assertThat(get(id, "jenis"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Percepatan, selesai hari itu juga",
                        "+ Rp1.000.000",
                        "tidak dikembalikan bila Anda tidak datang");
        assertThat(post(id, "jenis", "kind", "ELECTRONIC-10", "speed", "SAME_DAY"))
                .hasStatus3xxRedirection();

        assertThat(filledIn.form(id).get(Kind.class).speed()).isEqualTo(Speed.SAME_DAY);
        assertThat(get(id, "jenis")).bodyText().containsPattern("value=\"SAME_DAY\" checked");
        assertThat(get(id, "kantor"))
                .bodyText()
                .contains("Melayani percepatan bagi yang datang sebelum pukul 11.00", "Tidak melayani percepatan");
    }

    @Test
    void theCheckPageQuotesItAndTheBillFixesItAsALineOfItsOwn() {
        var id = hurried(filledIn.slot(1));

        assertThat(get(id, "periksa"))
                .bodyText()
                .contains(
                        "Rp1.950.000",
                        "Rp1.000.000",
                        "sebelum pukul 11.00",
                        "tidak dikembalikan bila Anda tidak datang");
        var submitted = (Submitted) desk.submit(id, me.account());

        assertThat(payment.find(submitted.bill()).orElseThrow().amount()).isEqualTo(Money.rupiah(1_950_000));
        assertThat(payment.lines(submitted.bill()))
                .extracting(line -> line.tariffCode(), line -> line.amount())
                .containsExactly(
                        tuple("PSP_ELEK_10", Money.rupiah(950_000)), tuple("ADD_PERCEPATAN", Money.rupiah(1_000_000)));
        assertThat(speed(id)).isEqualTo(Speed.SAME_DAY);
        await().until(() -> payment.find(submitted.bill()).orElseThrow().billingCode() != null);
        assertThat(browser.get().uri("/tagihan/" + id).with(as(me)).exchange())
                .bodyText()
                .contains("Rp1.950.000", "Layanan percepatan");
    }

    @Test
    void whatOnceCouldNotBeWishedForIsRegular() {
        var id = filledIn.form(me.account(), People.someone(), filledIn.slot(1));

        var submitted = (Submitted) desk.submit(id, me.account());

        assertThat(payment.lines(submitted.bill())).hasSize(1);
        assertThat(speed(id)).isEqualTo(Speed.REGULAR);
    }

    @Test
    void whoeverGoesWhereItIsNotDoneIsToldAndNotChargedAndKeepsTheWish() {
        var id = hurried(filledIn.slot(1));
        var unit = unit();
        var there = new SomeSlots(db, clock).slot(unit, filledIn.workingDay(), 1);
        choose(id, unit, there);

        assertThat(get(id, "periksa"))
                .bodyText()
                .contains("kantor ini tidak melayaninya", "Rp950.000", "ganti kantor")
                .doesNotContain("Rp1.950.000");
        assertThat(get(id, "jenis"))
                .bodyText()
                .contains("tidak melayani percepatan", "Percepatan, selesai hari itu juga");

        filledIn.choose(id, me.account(), filledIn.slot(1));
        assertThat(get(id, "periksa")).bodyText().as("back again").contains("Rp1.950.000");

        choose(id, unit, there);
        var submitted = (Submitted) desk.submit(id, me.account());
        assertThat(payment.find(submitted.bill()).orElseThrow().amount()).isEqualTo(Money.rupiah(950_000));
        assertThat(speed(id)).isEqualTo(Speed.REGULAR);
        assertThat(get(id, "")).bodyText().contains("Permohonan ini reguler");
    }

    @Test
    void whoHasChosenAnOfficeThatDoesNotDoItIsNotAskedUnlessTheyWishedForIt() {
        var id = filledIn.ready(me.account(), People.someone());
        forms.save(id, me.account(), new Answer.Place(unit()));

        assertThat(get(id, "jenis")).hasStatusOk().bodyText().doesNotContain("Percepatan");
        assertThat(post(id, "jenis", "kind", "ELECTRONIC-10", "speed", "SAME_DAY"))
                .hasStatus3xxRedirection();
        assertThat(filledIn.form(id).get(Kind.class).speed())
                .as("typed without being asked")
                .isEqualTo(Speed.REGULAR);
    }

    @Test
    void anHourTooLateIsToldAndNotCharged() {
        var afternoon = filledIn.workingDay().plus(Duration.ofHours(3));
        var id = hurried(new SomeSlots(db, clock).slot(SomeSlots.OFFICE, afternoon, 1));

        assertThat(get(id, "periksa"))
                .bodyText()
                .contains("jam Anda terlalu siang", "sebelum pukul 11.00")
                .doesNotContain("Rp1.950.000");
        desk.submit(id, me.account());
        assertThat(speed(id)).isEqualTo(Speed.REGULAR);
    }

    @Test
    void whatMustBeExaminedFirstIsNeverPromised() {
        var id = hurried(filledIn.slot(1));
        forms.save(
                id,
                me.account(),
                new Answer.Questionnaire(
                        false, Answer.Purpose.MIGRANT_WORK, Answer.StayLength.UNDER_ONE_YEAR, "MY", null, null));
        wish(id, me);

        assertThat(get(id, "periksa")).bodyText().contains("Untuk layanan ini tidak dapat");
        assertThat(get(id, "jenis")).bodyText().doesNotContain("value=\"SAME_DAY\"");
    }

    /** An office of its own, for what is decided about it. */
    @Test
    void anOfficeDecidesFromADayOnUntilWhichHourAndWhether() {
        var office = offices.all().stream()
                .filter(one -> one.type() == OfficeType.PUBLIC_SERVICE_MALL)
                .findFirst()
                .orElseThrow()
                .id();
        var today = offices.find(office).orElseThrow().day(clock.instant());
        assertThat(sameDays.until(office, today)).isEmpty();

        sameDays.decide(office, today.plusDays(3), LocalTime.of(9, 30));
        sameDays.decide(office, today.plusDays(6), null);

        assertThat(sameDays.until(office, today.plusDays(2))).isEmpty();
        assertThat(sameDays.until(office, today.plusDays(3))).contains(LocalTime.of(9, 30));
        assertThat(sameDays.until(office, today.plusDays(5))).contains(LocalTime.of(9, 30));
        assertThat(sameDays.until(office, today.plusDays(6))).isEmpty();
    }

    @Test
    void aPriceThatChangedSinceItWasShownIsShownAgainAndNothingGoesIn() {
        var slot = filledIn.slot(1);
        var id = hurried(slot);

        assertThatExceptionOfType(ApplicationRefused.PriceChanged.class)
                .isThrownBy(() -> desk.submit(id, me.account(), "Rp1.650.000"));
        assertThat(post(id, "periksa", "setuju", "ya", "harga", "Rp950.000"))
                .hasStatus(422)
                .bodyText()
                .contains("Biayanya berubah", "Rp1.950.000", "value=\"Rp1.950.000\"");
        assertThat(drafts.find(id).orElseThrow().stage()).isInstanceOf(Draft.class);

        assertThat(post(id, "periksa", "setuju", "ya", "harga", "Rp1.950.000")).hasRedirectedUrl("/tagihan/" + id);
        assertThat(post(id, "periksa", "setuju", "ya", "harga", "Rp950.000"))
                .as("sent again after it went in")
                .hasRedirectedUrl("/tagihan/" + id);
    }

    /** The office stops at the very moment people send: each is charged what they saw, or is shown the other price. */
    @Test
    void whoSendsWhileTheOfficeStopsIsChargedWhatTheySawOrAskedAgain() {
        var office = express();
        var today = offices.find(office).orElseThrow().day(clock.instant());
        sameDays.decide(office, today, LocalTime.of(11, 0));
        var sent = IntStream.range(0, 12)
                .mapToObj(_ -> {
                    var someone = SignedInPeople.applicant(accounts);
                    var id = filledIn.ready(someone.account(), People.someone());
                    wish(id, someone);
                    forms.save(id, someone.account(), new Answer.Place(office));
                    forms.save(
                            id,
                            someone.account(),
                            new Answer.Visit(office, new SomeSlots(db, clock).slot(office, filledIn.workingDay(), 1)));
                    return new Sent(someone, id);
                })
                .toList();

        var outcomes = new ArrayList<Future<?>>();
        try (var everybody = Executors.newVirtualThreadPerTaskExecutor()) {
            sent.forEach(
                    one -> outcomes.add(everybody.submit(() -> desk.submit(one.id, one.who.account(), "Rp1.950.000"))));
            outcomes.add(everybody.submit(() -> sameDays.decide(office, today, null)));
        }

        for (int i = 0; i < sent.size(); i++) {
            var application = drafts.find(sent.get(i).id).orElseThrow();
            if (outcomes.get(i).state() == Future.State.SUCCESS) {
                var bill = ((Submitted) application.stage()).bill();
                assertThat(payment.find(bill).orElseThrow().amount()).isEqualTo(Money.rupiah(1_950_000));
                assertThat(application.speed()).isEqualTo(Speed.SAME_DAY);
            } else {
                assertThat(outcomes.get(i).exceptionNow()).isInstanceOf(ApplicationRefused.PriceChanged.class);
                assertThat(application.stage()).isInstanceOf(Draft.class);
            }
        }
    }

    private record Sent(SignedIn who, ApplicationId id) {}

    @Test
    void whoPaidForItAndGaveTheVisitUpComesBackWhereItIsDoneAndIsToldWhereItIsNot() {
        var id = hurried(filledIn.slot(1));
        desk.submit(id, me.account());
        Paid.now(house, id);
        assertThat(post(id, "batal")).hasStatus3xxRedirection();
        var unit = unit();
        choose(id, unit, new SomeSlots(db, clock).slot(unit, filledIn.workingDay(), 1));

        assertThat(get(id, "periksa"))
                .bodyText()
                .contains("Anda sudah membayar percepatan, tetapi kantor ini tidak melayaninya");
        assertThatExceptionOfType(ApplicationRefused.PriceUnsettled.class)
                .isThrownBy(() -> desk.submit(id, me.account()));

        filledIn.choose(id, me.account(), filledIn.slot(1));
        assertThat(desk.submit(id, me.account())).isInstanceOf(Scheduled.class);
        assertThat(speed(id)).isEqualTo(Speed.SAME_DAY);
    }

    /** The bill is of the time when that passport cost Rp655.000; today it costs Rp650.000. */
    @Test
    void whoPaidBeforeATariffChangedPaysNothingWhenTheyComeBack() {
        var id = filledIn.form(me.account(), People.someone(), filledIn.slot(1));
        filledIn.wish(id, me.account(), PassportType.ELECTRONIC, 5);
        var bill = ((Submitted) desk.submit(id, me.account())).bill();
        Paid.now(house, id);
        assertThat(post(id, "batal")).hasStatus3xxRedirection();
        db.sql("UPDATE payment.bill SET requested_at = '2018-06-04 10:00+07', amount = 655000 WHERE id = ?")
                .param(bill.value())
                .update();

        filledIn.choose(id, me.account(), filledIn.slot(1));

        assertThat(desk.submit(id, me.account())).isInstanceOf(Scheduled.class);
        db.sql("UPDATE payment.bill SET amount = 650000 WHERE id = ?")
                .param(bill.value())
                .update();
    }

    @Test
    void whoMovesToAnHourTooLateIsWarnedBefore() {
        var id = hurried(filledIn.opened());
        desk.submit(id, me.account());
        Paid.now(house, id);
        var day = LocalDate.ofInstant(filledIn.workingDay(), PaymentDesk.TREASURY);
        var slots = new SomeSlots(db, clock);
        var early = slots.opened(SomeSlots.OFFICE, filledIn.workingDay().minus(Duration.ofHours(1)));
        var late = slots.opened(SomeSlots.OFFICE, filledIn.workingDay().plus(Duration.ofHours(4)));

        assertThat(get(id, "ubah-jadwal/periksa?tanggal=" + day + "&slot=" + late))
                .bodyText()
                .contains("biaya percepatan tidak dikembalikan");
        assertThat(get(id, "ubah-jadwal/periksa?tanggal=" + day + "&slot=" + early))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("percepatan");
        assertThat(get(id, "")).bodyText().contains("paspor Anda selesai pada hari kunjungan");
    }

    private ApplicationId hurried(SlotId slot) {
        var id = filledIn.form(me.account(), People.someone(), slot);
        wish(id, me);
        return id;
    }

    private void wish(ApplicationId id, SignedIn who) {
        filledIn.hurry(id, who.account());
    }

    private void choose(ApplicationId id, OfficeId office, SlotId slot) {
        forms.save(id, me.account(), new Answer.Place(office));
        forms.save(id, me.account(), new Answer.Visit(office, slot));
    }

    /** A unit that sends for its books, where the fee is paid before. */
    private OfficeId unit() {
        return of(OfficeType.PASSPORT_SERVICE_UNIT);
    }

    private OfficeId express() {
        return of(OfficeType.IMMIGRATION_LOUNGE);
    }

    private OfficeId of(OfficeType type) {
        return offices.all().stream()
                .filter(one -> one.type() == type)
                .map(one -> one.id())
                .findFirst()
                .orElseThrow();
    }

    private Speed speed(ApplicationId id) {
        return drafts.find(id).orElseThrow().speed();
    }

    private MvcTestResult get(ApplicationId id, String page) {
        return browser.get()
                .uri("/permohonan/" + id + (page.isEmpty() ? "" : "/" + page))
                .with(as(me))
                .exchange();
    }

    private MvcTestResult post(ApplicationId id, String page, String... typed) {
        var request = browser.post()
                .uri("/permohonan/" + id + "/" + page)
                .with(as(me))
                .with(csrf());
        for (int i = 0; i < typed.length; i += 2) {
            request = request.param(typed[i], typed[i + 1]);
        }
        return request.exchange();
    }
}
