package titian.submission;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import titian.People;
import titian.TitianTest;
import titian.application.ApplicationRefused;
import titian.application.DraftDesk;
import titian.application.NoSuchApplication;
import titian.application.Stage;
import titian.application.Stage.Draft;
import titian.application.Stage.Scheduled;
import titian.application.Stage.Submitted;
import titian.booking.AppointmentState;
import titian.booking.BookingDesk;
import titian.booking.BookingRefused;
import titian.document.DocumentDesk;
import titian.form.Answer;
import titian.form.FilledIn;
import titian.form.Form;
import titian.form.FormDesk;
import titian.form.Kind;
import titian.office.OfficeDesk;
import titian.office.PaymentTime;
import titian.office.Policy;
import titian.outside.World;
import titian.payment.PaymentDesk;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Money;
import titian.shared.OfficeId;
import titian.shared.PassportType;
import titian.slot.SlotId;
import titian.slot.SomeSlots;

/** Handing in: the place held and the bill written together, or neither. */
@TitianTest
class SubmissionTest {

    @Autowired
    BeanFactory house;

    @Autowired
    SubmissionDesk desk;

    @Autowired
    FormDesk forms;

    @Autowired
    DraftDesk applications;

    @Autowired
    BookingDesk booking;

    @Autowired
    PaymentDesk payment;

    @Autowired
    DocumentDesk documents;

    @Autowired
    Leases leases;

    @Autowired
    World world;

    @Autowired
    JdbcClient db;

    @Autowired
    Clock clock;

    FilledIn filledIn;
    AccountId account = AccountId.next();

    @BeforeEach
    void people() {
        filledIn = new FilledIn(house);
    }

    @Test
    void holdsThePlaceAndOpensTheBillForTwoHours() {
        var slot = filledIn.slot(1);
        var who = People.someone();
        var id = filledIn.form(account, who, slot);

        var submitted = (Submitted) desk.submit(id, account);

        var appointment = booking.find(submitted.appointment()).orElseThrow();
        assertThat(appointment.state()).isEqualTo(AppointmentState.HELD);
        assertThat(appointment.slot()).isEqualTo(slot);
        assertThat(appointment.heldUntil()).isEqualTo(submitted.payBy());
        assertThat(Duration.between(submitted.at(), submitted.payBy()))
                .isBetween(Duration.ofMinutes(119), Duration.ofMinutes(120));
        var bill = payment.find(submitted.bill()).orElseThrow();
        assertThat(bill.amount()).isEqualTo(Money.rupiah(950_000));
        assertThat(bill.payBy()).isEqualTo(submitted.payBy());
        assertThat(applications.find(id).orElseThrow().nik()).isEqualTo(who.nik());
    }

    @Test
    void whatCostsNothingHasNoBillAndIsCertainAtOnce() {
        var id = filledIn.form(account, People.someone(), filledIn.slot(1));
        forms.save(
                id,
                account,
                new Answer.Questionnaire(
                        false, Answer.Purpose.MIGRANT_WORK, Answer.StayLength.UNDER_ONE_YEAR, "MY", null, null));
        forms.save(id, account, new Kind(PassportType.NON_ELECTRONIC, 5));

        var scheduled = (Scheduled) desk.submit(id, account);

        assertThat(scheduled.billed()).isEmpty();
        assertThat(booking.find(scheduled.appointment()).orElseThrow().state()).isEqualTo(AppointmentState.CONFIRMED);
        assertThat(bills(id)).isZero();
        assertThat(desk.submit(id, account)).as("handed in twice").isEqualTo(scheduled);
    }

    @ParameterizedTest
    @EnumSource(names = {"AT_OFFICE", "NONE"})
    void whereNothingIsPaidBeforeThereIsNoBillAndTheVisitIsCertainAtOnce(PaymentTime due) {
        var office = OfficeId.of(due == PaymentTime.NONE ? "kanim-bengkulu" : "kanim-cirebon");
        paidAt(office, due);
        var slot = new SomeSlots(db, clock).slot(office, filledIn.workingDay(), 1);
        var id = filledIn.ready(account, People.someone());
        forms.save(id, account, new Answer.Place(office));
        forms.save(id, account, new Answer.Visit(office, slot));

        var scheduled = (Scheduled) desk.submit(id, account);

        assertThat(scheduled.billed()).isEmpty();
        assertThat(booking.find(scheduled.appointment()).orElseThrow().state()).isEqualTo(AppointmentState.CONFIRMED);
        assertThat(bills(id)).isZero();
    }

    private void paidAt(OfficeId office, PaymentTime due) {
        var offices = house.getBean(OfficeDesk.class);
        var today = LocalDate.ofInstant(clock.instant(), PaymentDesk.TREASURY);
        var had = offices.policy(office, today);
        offices.decide(
                office,
                today,
                new Policy(
                        had.preset(),
                        had.assignment(),
                        due,
                        had.documents(),
                        had.groupLimit(),
                        had.hold(),
                        had.reschedules(),
                        had.rescheduleDaysBefore(),
                        had.daysBetweenApplications(),
                        had.minimumNotice(),
                        had.horizon(),
                        had.returnDelay(),
                        had.release()));
    }

    @Test
    void handingInTwiceIsHandingInOnce() {
        var slot = filledIn.slot(5);
        var id = filledIn.form(account, People.someone(), slot);

        var outcomes = all(nCopies(12, () -> desk.submit(id, account)));

        assertThat(outcomes).hasSize(12).allMatch(outcome -> outcome.state() == Future.State.SUCCESS);
        assertThat(outcomes.stream().map(Future::resultNow).distinct()).hasSize(1);
        assertThat(booking.slot(slot).orElseThrow().taken()).isEqualTo(1);
        assertThat(bills(id)).isEqualTo(1);
    }

    @Test
    void twoHundredPeopleGetTwentyPlacesAndTwentyBills() {
        var slot = filledIn.slot(20);
        var drafts = IntStream.range(0, 200)
                .mapToObj(_ -> new Ready(AccountId.next(), slot))
                .toList();

        var outcomes = all(drafts.stream()
                .<Callable<Stage>>map(draft -> () -> desk.submit(draft.id, draft.account))
                .toList());

        assertThat(outcomes.stream().filter(outcome -> outcome.state() == Future.State.SUCCESS))
                .hasSize(20);
        assertThat(outcomes.stream().filter(outcome -> outcome.state() == Future.State.FAILED))
                .allMatch(outcome -> outcome.exceptionNow() instanceof BookingRefused.SlotFull);
        assertThat(booking.slot(slot).orElseThrow().taken()).isEqualTo(20);
        assertThat(drafts.stream().mapToLong(draft -> bills(draft.id)).sum()).isEqualTo(20);
        assertThat(drafts.stream().filter(draft -> stage(draft.id) instanceof Submitted))
                .hasSize(20);
    }

    @Test
    void aFullSlotLeavesTheDraftAsItWas() {
        var slot = filledIn.slot(1);
        var earlier = new Ready(AccountId.next(), slot);
        desk.submit(earlier.id, earlier.account);
        var id = filledIn.form(account, People.someone(), slot);

        assertThatThrownBy(() -> desk.submit(id, account)).isInstanceOf(BookingRefused.SlotFull.class);

        assertThat(stage(id)).isInstanceOf(Draft.class);
        assertThat(bills(id)).isZero();
    }

    /** The program dies after the place was booked and before the form went in: handing in again finds the place. */
    @Test
    void handingInAgainAfterADeathInBetweenFindsTheSamePlace() {
        var slot = filledIn.slot(1);
        var id = filledIn.form(account, People.someone(), slot);
        var leased = leases.take(applications.find(id).orElseThrow(), form(id));

        var submitted = (Submitted) desk.submit(id, account);

        assertThat(submitted.appointment()).isEqualTo(leased);
        assertThat(booking.slot(slot).orElseThrow().taken()).isEqualTo(1);
        assertThat(bills(id)).isEqualTo(1);
    }

    @Test
    void aLeaseNobodyComesBackForGoesBackByItself() {
        var slot = filledIn.slot(1);
        var id = filledIn.form(account, People.someone(), slot);
        var leased = leases.take(applications.find(id).orElseThrow(), form(id));

        world.clock().moveBy(Duration.ofMinutes(6));

        await().atMost(Duration.ofSeconds(60))
                .until(() -> booking.find(leased).orElseThrow().state() == AppointmentState.EXPIRED);
        world.clock().moveBy(Duration.ofMinutes(31));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> booking.slot(slot).orElseThrow().taken() == 0);
        assertThat(stage(id)).isInstanceOf(Draft.class);
        assertThat(desk.submit(id, account)).isInstanceOf(Submitted.class);
    }

    @Test
    void aLeaseLeftOverDoesNotKeepItsOwnerFromAnotherHour() {
        var id = filledIn.form(account, People.someone(), filledIn.slot(1));
        leases.take(applications.find(id).orElseThrow(), form(id));
        var other = filledIn.slot(1);

        filledIn.choose(id, account, other);
        var submitted = (Submitted) desk.submit(id, account);

        assertThat(booking.find(submitted.appointment()).orElseThrow().slot()).isEqualTo(other);
    }

    private Form form(ApplicationId id) {
        return filledIn.form(id);
    }

    @Test
    void aPersonHasOneApplicationUnderWay() {
        var who = People.someone();
        var first = filledIn.form(account, who, filledIn.slot(1));
        desk.submit(first, account);
        var second = filledIn.form(account, who, filledIn.slot(1));

        assertThatExceptionOfType(ApplicationRefused.AlreadyLive.class)
                .isThrownBy(() -> desk.submit(second, account))
                .satisfies(refused -> assertThat(refused.other()).isEqualTo(first));
    }

    @Test
    void whoseApplicationIsInTheWayIsNobodyElsesBusiness() {
        var who = People.someone();
        var others = AccountId.next();
        desk.submit(filledIn.form(others, who, filledIn.slot(1)), others);
        var mine = filledIn.form(account, who, filledIn.slot(1));

        assertThatExceptionOfType(ApplicationRefused.AlreadyLive.class)
                .isThrownBy(() -> desk.submit(mine, account))
                .satisfies(refused -> assertThat(refused.other()).isNull());
    }

    @Test
    void onePersonInTwoApplicationsAtOnceGetsOne() {
        var who = People.someone();
        var drafts = List.of(
                new Ready(AccountId.next(), who, filledIn.slot(1)), new Ready(AccountId.next(), who, filledIn.slot(1)));

        var outcomes = all(drafts.stream()
                .<Callable<Stage>>map(draft -> () -> desk.submit(draft.id, draft.account))
                .toList());

        assertThat(outcomes.stream().filter(outcome -> outcome.state() == Future.State.SUCCESS))
                .hasSize(1);
    }

    @Test
    void whatIsUnfinishedDoesNotGoIn() {
        var id = forms.begin(account, Locale.of("id"));

        assertThatThrownBy(() -> desk.submit(id, account)).isInstanceOf(ApplicationRefused.Unfinished.class);
    }

    @Test
    void answersStandOnceTheFormHasGoneIn() {
        var who = People.someone();
        var id = filledIn.form(account, who, filledIn.slot(1));
        desk.submit(id, account);

        assertThatThrownBy(() -> forms.save(id, account, filledIn.identity(People.someone())))
                .isInstanceOf(ApplicationRefused.StepNotOpen.class);
    }

    @Test
    void anotherAccountFindsNothing() {
        var id = filledIn.form(account, People.someone(), filledIn.slot(1));

        assertThatThrownBy(() -> desk.submit(id, AccountId.next())).isInstanceOf(NoSuchApplication.class);
    }

    @Test
    void anAccountHasFiveUnderWayEvenWhenSixAreBegunAtOnce() {
        IntStream.range(0, 4).forEach(_ -> filledIn.form(account, People.someone(), filledIn.slot(1)));

        var outcomes = all(nCopies(6, () -> {
            var id = forms.begin(account, Locale.of("id"));
            forms.save(id, account, filledIn.identity(People.someone()));
            return stage(id);
        }));

        assertThat(outcomes.stream().filter(outcome -> outcome.state() == Future.State.SUCCESS))
                .isNotEmpty();
        assertThat(applications.of(account)).hasSize(5);
    }

    @Test
    void beginningTwiceBeginsOneDraft() {
        assertThat(forms.begin(account, Locale.of("id"))).isEqualTo(forms.begin(account, Locale.of("id")));
    }

    /** A form filled in to the end by an account of its own. */
    private final class Ready {
        final AccountId account;
        final ApplicationId id;

        Ready(AccountId account, SlotId slot) {
            this(account, People.someone(), slot);
        }

        Ready(AccountId account, People.Someone who, SlotId slot) {
            this.account = account;
            this.id = filledIn.form(account, who, slot);
        }
    }

    private Stage stage(ApplicationId id) {
        return applications.find(id).orElseThrow().stage();
    }

    private long bills(ApplicationId id) {
        return db.sql("SELECT count(*) FROM payment.bill WHERE application = ?")
                .param(id.value())
                .query(Long.class)
                .single();
    }

    private static <T> List<Future<T>> all(List<Callable<T>> attempts) {
        try (var everybody = Executors.newVirtualThreadPerTaskExecutor()) {
            return everybody.invokeAll(attempts);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
