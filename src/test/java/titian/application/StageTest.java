package titian.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static titian.application.Step.CANCEL;
import static titian.application.Step.CHECK_IN;
import static titian.application.Step.EXPIRE;
import static titian.application.Step.FINISH_SERVICE;
import static titian.application.Step.MISS;
import static titian.application.Step.PAY_LATE;
import static titian.application.Step.REFUSE;
import static titian.application.Step.RESUME;
import static titian.application.Step.SCHEDULE;
import static titian.application.Step.START_SERVICE;
import static titian.application.Step.SUBMIT;
import static titian.application.Step.SUSPEND;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import titian.People;
import titian.application.Stage.Booked;
import titian.application.Stage.Cancelled;
import titian.application.Stage.CheckedIn;
import titian.application.Stage.Draft;
import titian.application.Stage.Expired;
import titian.application.Stage.InService;
import titian.application.Stage.Interviewed;
import titian.application.Stage.NoShow;
import titian.application.Stage.Refused;
import titian.application.Stage.Scheduled;
import titian.application.Stage.Submitted;
import titian.application.Stage.Suspended;
import titian.booking.AppointmentId;
import titian.payment.BillId;
import titian.requirement.RequestedService;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Speed;

/** Every stage with every step: what is open works, what is not is refused. */
class StageTest {

    static final Instant NOW = Instant.parse("2027-01-04T02:00:00Z");
    static final AppointmentId VISIT = AppointmentId.next();
    static final BillId BILL = BillId.next();
    static final Fee PAID = new Fee.Billed(BILL);

    static final Map<Stage, Set<Step>> LIFE = Map.ofEntries(
            Map.entry(new Draft(NOW), Set.of(SUBMIT)),
            Map.entry(new Submitted(VISIT, BILL, NOW.plusSeconds(7200), NOW), Set.of(SCHEDULE, EXPIRE)),
            Map.entry(new Scheduled(VISIT, PAID, NOW), Set.of(CHECK_IN, MISS, CANCEL, REFUSE)),
            Map.entry(new CheckedIn(VISIT, PAID, NOW), Set.of(START_SERVICE, MISS)),
            Map.entry(new InService(VISIT, PAID, NOW), Set.of(FINISH_SERVICE)),
            Map.entry(new Interviewed(VISIT, PAID, NOW), Set.of(SUSPEND, REFUSE)),
            Map.entry(new Suspended(VISIT, PAID, NOW.plusSeconds(9000), NOW), Set.of(RESUME, REFUSE)),
            Map.entry(new Refused(VISIT, PAID, NOW), Set.of()),
            Map.entry(new NoShow(VISIT, PAID, NOW), Set.of()),
            Map.entry(new Cancelled(VISIT, PAID, NOW), Set.of(SUBMIT)),
            Map.entry(new Expired(VISIT, BILL, false, NOW), Set.of(SUBMIT, SCHEDULE, PAY_LATE)),
            Map.entry(new Expired(VISIT, BILL, true, NOW), Set.of(SUBMIT)));

    record Case(Stage stage, Step step, boolean open) {}

    static Stream<Case> everyStageWithEveryStep() {
        return LIFE.entrySet().stream()
                .flatMap(stage -> Stream.of(Step.values())
                        .map(step ->
                                new Case(stage.getKey(), step, stage.getValue().contains(step))));
    }

    @ParameterizedTest
    @MethodSource("everyStageWithEveryStep")
    void onlyOpenStepsCanBeTaken(Case tried) {
        var application = at(tried.stage());

        if (tried.open()) {
            assertThat(take(tried.step(), application).stage()).isNotEqualTo(tried.stage());
        } else {
            assertThatExceptionOfType(ApplicationRefused.StepNotOpen.class)
                    .isThrownBy(() -> take(tried.step(), application));
        }
    }

    @Test
    void theTableNamesEveryStage() {
        assertThat(LIFE.keySet().stream().<Class<?>>map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(leaves(Stage.class).toArray(Class<?>[]::new));
    }

    /** Whoever hands everything over at the counter goes the same way from Scheduled on, without a bill. */
    @Test
    void aVisitWithoutAFormGoesFromTheDoorToTheEndWithoutABill() {
        var visit = visit();

        var done = visit.checkIn(NOW).startService(NOW).finishService(NOW);

        assertThat(visit.isLive()).isTrue();
        assertThat(done.isLive()).as("the counter is the end of it here").isFalse();
        assertThat(((Booked) done.stage()).billed()).isEmpty();
        assertThat(visit.cancel(NOW).isLive()).isFalse();
        assertThat(visit.cancel(NOW).stage().open()).as("nothing was paid here").isEmpty();
        assertThatExceptionOfType(ApplicationRefused.StepNotOpen.class).isThrownBy(() -> visit.expire(NOW));
    }

    static PassportApplication visit() {
        return PassportApplication.visit(
                ApplicationId.next(),
                AccountId.next(),
                RequestedService.NEW_CHILD,
                Locale.of("id"),
                "RATNA WULANDARI",
                People.someone().nik(),
                VISIT,
                NOW);
    }

    @Test
    void theFormIsOpenExactlyWhereItCanGoIn() {
        assertThat(LIFE)
                .allSatisfy((stage, open) -> assertThat(stage.isEditable()).isEqualTo(open.contains(SUBMIT)));
    }

    static PassportApplication at(Stage stage) {
        var nik = stage instanceof Draft ? null : People.someone().nik();
        return new PassportApplication(
                ApplicationId.next(),
                Reference.next(),
                AccountId.next(),
                RequestedService.NEW_ADULT,
                Speed.REGULAR,
                Intake.FORM,
                Locale.of("id"),
                nik == null ? "" : "RATNA WULANDARI",
                nik,
                NOW,
                stage);
    }

    private static PassportApplication take(Step step, PassportApplication application) {
        var later = NOW.plusSeconds(60);
        return switch (step) {
            case SUBMIT -> application.submit(People.someone().nik(), VISIT, BILL, later.plusSeconds(7200), later);
            case SCHEDULE -> application.schedule(VISIT, BILL, later);
            case EXPIRE -> application.expire(later);
            case PAY_LATE -> application.payLate(BILL, later);
            case CHECK_IN -> application.checkIn(later);
            case START_SERVICE -> application.startService(later);
            case FINISH_SERVICE -> application.finishService(later);
            case MISS -> application.miss(later);
            case CANCEL -> application.cancel(later);
            case REFUSE -> application.refuse(later);
            case SUSPEND -> application.suspend(later.plusSeconds(9000), later);
            case RESUME -> application.resume(later);
        };
    }

    private static ArrayList<Class<?>> leaves(Class<?> sealed) {
        var leaves = new ArrayList<Class<?>>();
        for (var permitted : sealed.getPermittedSubclasses()) {
            if (permitted == Booked.class) {
                leaves.addAll(leaves(permitted));
            } else {
                leaves.add(permitted);
            }
        }
        return leaves;
    }
}
