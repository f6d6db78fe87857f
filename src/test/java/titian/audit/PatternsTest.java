package titian.audit;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import titian.Browser;
import titian.People;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.application.ApplicationDesk;
import titian.application.SomeVisits;
import titian.booking.BookingDesk;
import titian.casework.SomeFiles;
import titian.queue.Officer;
import titian.queue.QueueDesk;
import titian.queue.SomeDay;
import titian.shared.AccountId;
import titian.shared.Act;
import titian.shared.ApplicationId;
import titian.shared.OfficeId;
import titian.shared.Role;
import titian.shared.SignedIn;

/** What somebody should look at is noticed, with what shows it; what has a reason is not. */
@TitianTest
class PatternsTest {

    private static final OfficeId OFFICE = OfficeId.of("kanim-jakarta-selatan");

    @Autowired
    MockMvcTester browser;

    @Autowired
    AccountDesk accounts;

    @Autowired
    AuditDesk desk;

    @Autowired
    AlarmDesk alarms;

    @Autowired
    QueueDesk queue;

    @Autowired
    BookingDesk booking;

    @Autowired
    Clock clock;

    @Autowired
    ApplicationDesk applications;

    @Autowired
    Entries entries;

    @Autowired
    BeanFactory house;

    @Test
    void whatOfficersAndApplicantsDoAgainAndAgainIsNoticed() {
        var hurried = officer(Role.COUNTER_OFFICER);
        var curious = officer(Role.DOOR_OFFICER);
        var honest = officer(Role.DOOR_OFFICER);
        var serving = officer(Role.COUNTER_OFFICER);
        var fickle = SignedInPeople.applicant(accounts);
        var broker = SignedInPeople.applicant(accounts);
        times(5, () -> desk.write(Act.of("NUMBER_CALLED_OUT_OF_TURN", "application", AccountId.next()), hurried));
        for (var looking : List.of(curious, honest)) {
            times(10, () -> desk.write(Act.of("LOOKED", "/petugas/pintu/hari-ini", ""), looking));
        }
        times(10, () -> desk.write(Act.of("LOOKED", "/petugas/loket", ""), serving));
        desk.write(Act.of("CHECKED_IN", "application", AccountId.next()), honest);
        times(3, () -> moved(fickle, "SCHEDULED", "CANCELLED"));
        times(3, () -> {
            moved(broker, "SCHEDULED", "CANCELLED");
            moved(broker, "DRAFT", "SUBMITTED");
        });

        alarms.look();
        alarms.look();

        var these = List.of(
                hurried.account(),
                curious.account(),
                honest.account(),
                serving.account(),
                fickle.account(),
                broker.account());
        assertThat(alarms.alarms())
                .filteredOn(alarm -> these.contains(alarm.account()))
                .filteredOn(alarm -> alarm.kind() != Alarm.Kind.SHARED_PHONE)
                .extracting(Alarm::kind, Alarm::account, Alarm::count)
                .containsExactlyInAnyOrder(
                        tuple(Alarm.Kind.OUT_OF_TURN, hurried.account(), 5L),
                        tuple(Alarm.Kind.LOOKED_WITHOUT_TASK, curious.account(), 10L),
                        tuple(Alarm.Kind.CANCELLED_OFTEN, fickle.account(), 3L),
                        tuple(Alarm.Kind.CANCELLED_OFTEN, broker.account(), 3L),
                        tuple(Alarm.Kind.BOOKED_AGAIN, broker.account(), 3L));
        assertThat(read("/petugas/audit/pola"))
                .contains("Sering memanggil di luar urutan", "membatalkan lalu memesan lagi", "Lihat buktinya")
                .doesNotContain("0812");
    }

    /** By what the counter's and the applicant's buttons call, not by entries written for the test. */
    @Test
    void whatIsDoneAtTheDesksIsNoticedWithItsEvidence() {
        var day = new SomeDay(house);
        var hurried = SignedInPeople.officer(accounts, day.office(), Role.COUNTER_OFFICER);
        var officer = Officer.of(hurried);
        var called = day.waiting(6).subList(1, 6);
        var fickle = SignedInPeople.applicant(accounts);
        var later = booking.earliest(OFFICE, 500).stream()
                .filter(slot -> slot.startsAt().isAfter(clock.instant().plus(4, DAYS)))
                .findFirst()
                .orElseThrow();
        var visits = IntStream.range(0, 3)
                .mapToObj(
                        _ -> new SomeVisits(house).paid(fickle.account(), later).appointment())
                .toList();

        by(hurried, () -> {
            queue.signOn(officer, 1);
            for (var ticket : called) {
                queue.call(officer, ticket.id());
                day.miss(officer, ticket);
            }
        });
        by(
                fickle,
                () -> visits.forEach(visit -> {
                    booking.cancel(visit.id());
                    applications.cancel(visit.application());
                }));
        alarms.look();

        assertThat(of(hurried.account())).singleElement().satisfies(alarm -> {
            assertThat(alarm.kind()).isEqualTo(Alarm.Kind.OUT_OF_TURN);
            assertThat(alarm.count()).isEqualTo(5);
            assertThat(read(alarm.evidence()))
                    .contains(called.stream()
                            .map(ticket -> ticket.application().toString())
                            .toList());
        });
        assertThat(of(fickle.account())).singleElement().satisfies(alarm -> {
            assertThat(alarm.kind()).isEqualTo(Alarm.Kind.CANCELLED_OFTEN);
            assertThat(alarm.count()).isEqualTo(3);
            assertThat(read(alarm.evidence()))
                    .contains(visits.stream()
                            .map(visit -> visit.application().toString())
                            .toList());
        });
    }

    private static void by(SignedIn who, Runnable done) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(who, null, List.of()));
        try {
            done.run();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /** A task done later the same day explains the looks before it. */
    @Test
    void whoServesAfterAllIsNoLongerNoticed() {
        var officer = officer(Role.DOOR_OFFICER);
        times(10, () -> desk.write(Act.of("LOOKED", "/petugas/pintu/hari-ini", ""), officer));
        alarms.look();
        assertThat(of(officer.account())).extracting(Alarm::kind).containsExactly(Alarm.Kind.LOOKED_WITHOUT_TASK);

        desk.write(Act.of("CHECKED_IN", "application", AccountId.next()), officer);
        alarms.look();

        assertThat(of(officer.account())).isEmpty();
    }

    /** One file of hers among them does not excuse the others, and hers is no evidence. */
    @Test
    void whoOpensFilesThatAreNotTheirsIsNoticedByExactlyThose() {
        var some = new SomeFiles(house);
        var curious = some.verifier();
        var diligent = some.verifier();
        var others = IntStream.range(0, 5).mapToObj(_ -> some.certain()).toList();
        var hers = some.certain();
        for (var file : others) {
            open(curious, file.address());
            open(curious, file.address());
            take(diligent, file);
            open(diligent, file.address());
        }
        take(curious, hers);
        open(curious, hers.address());

        alarms.look();

        assertThat(of(diligent.account())).isEmpty();
        assertThat(of(curious.account())).singleElement().satisfies(alarm -> {
            assertThat(alarm.kind()).isEqualTo(Alarm.Kind.FILES_WITHOUT_TASK);
            assertThat(alarm.count()).isEqualTo(5);
            assertThat(alarms.looksWithoutTask(curious.account(), alarm.day()))
                    .hasSize(10)
                    .allSatisfy(look -> assertThat(look.account()).isEqualTo(curious.account()));
            assertThat(read(alarm.evidence()))
                    .contains(curious.name())
                    .contains(others.stream().map(file -> file.id().toString()).toList())
                    .doesNotContain(hers.id().toString());
        });
        assertThat(read("/petugas/audit/pola")).contains("Membuka berkas tanpa tugas");
    }

    /** Four may be curiosity or a slip of the finger; and whoever takes the files up the next day had a reason. */
    @Test
    void fewFilesOrFilesTakenUpLaterAreNoPattern() {
        var some = new SomeFiles(house);
        var verifier = some.verifier();
        var files = IntStream.range(0, 5).mapToObj(_ -> some.certain()).toList();
        files.stream().limit(4).forEach(file -> open(verifier, file.address()));
        alarms.look();
        assertThat(of(verifier.account())).isEmpty();

        open(verifier, files.getLast().address());
        alarms.look();
        assertThat(of(verifier.account())).hasSize(1);

        take(verifier, files.getFirst());
        alarms.look();

        assertThat(of(verifier.account())).isEmpty();
        assertThat(alarms.looksWithoutTask(verifier.account(), LocalDate.ofInstant(clock.instant(), SealDesk.JAKARTA)))
                .isEmpty();
    }

    @Test
    void whatOthersBringBeforeAHeadIsTheirTaskAndWhatWasDoneLongAgoIsNone() {
        var head = officer(Role.SECTION_HEAD);
        var verifier = officer(Role.VERIFIER);
        times(5, () -> {
            var brought = ApplicationId.next();
            var proposed = ApplicationId.next();
            var examined = ApplicationId.next();
            var longAgo = ApplicationId.next();
            desk.write(Act.of("FILE_ESCALATED", "application", brought), null);
            desk.write(Act.of("FILE_MOVED", "application", proposed).from("WAITING", "REFUSAL_PROPOSED"), verifier);
            desk.write(Act.of("EXAMINATION_MOVED", "application", examined).from("", "OPEN"), verifier);
            for (var file : List.of(brought, proposed)) {
                desk.write(Act.of("LOOKED", "/petugas/berkas/{application}", file), head);
            }
            desk.write(Act.of("LOOKED", "/petugas/bap/{application}", examined), head);
            var once = new Entry(
                    0,
                    clock.instant().minus(40, DAYS),
                    verifier.account(),
                    "VERIFIER",
                    OFFICE.value(),
                    Act.of("FILE_TAKEN", "application", longAgo),
                    "");
            entries.add(once);
            desk.write(Act.of("LOOKED", "/petugas/berkas/{application}", longAgo), verifier);
        });

        alarms.look();

        assertThat(of(head.account())).isEmpty();
        assertThat(of(verifier.account()))
                .extracting(Alarm::kind, Alarm::count)
                .containsExactly(tuple(Alarm.Kind.FILES_WITHOUT_TASK, 5L));
    }

    /** Whoever looks for people at the counter and gives nobody an account back may be looking for neighbours. */
    @Test
    void whoFindsPeopleAndHelpsNobodyIsNoticed() {
        var curious = officer(Role.CUSTOMER_SERVICE_OFFICER);
        var helpful = officer(Role.CUSTOMER_SERVICE_OFFICER);
        times(5, () -> {
            var found = AccountId.next();
            desk.write(Act.of("CUSTOMER_FOUND", "account", found), curious);
            desk.write(Act.of("CUSTOMER_FOUND", "account", found), helpful);
            desk.write(Act.of("RECOVERY_BEGUN", "account", found), helpful);
        });

        alarms.look();

        assertThat(of(helpful.account())).isEmpty();
        assertThat(of(curious.account()))
                .extracting(Alarm::kind, Alarm::count)
                .containsExactly(tuple(Alarm.Kind.FILES_WITHOUT_TASK, 5L));
    }

    @Test
    void whoFindsFormsAndGivesNobodyAPlaceIsNoticed() {
        var curious = officer(Role.DOOR_OFFICER);
        var helpful = officer(Role.DOOR_OFFICER);
        times(5, () -> {
            var found = ApplicationId.next();
            desk.write(Act.of("FORM_FOUND", "application", found), curious);
            desk.write(Act.of("FORM_FOUND", "application", found), curious);
            desk.write(Act.of("FORM_FOUND", "application", found), helpful);
            desk.write(Act.of("PRIORITY_PLACE_GIVEN", "application", found), helpful);
        });

        alarms.look();

        assertThat(of(helpful.account())).isEmpty();
        assertThat(of(curious.account()))
                .extracting(Alarm::kind, Alarm::count)
                .containsExactly(tuple(Alarm.Kind.FILES_WITHOUT_TASK, 5L));
    }

    /** What each of them is there for, by the acts their desks announce. */
    @Test
    void theWorkOfEveryRoleExplainsItsLooks() {
        var work = Map.of(
                Role.TREASURER, Act.of("REFUND_MOVED", "refund", AccountId.next()),
                Role.ADMINISTRATOR, Act.of("OFFICER_CHANGED", "account", AccountId.next()),
                Role.CUSTOMER_SERVICE_OFFICER, Act.of("RECOVERY_BEGUN", "account", AccountId.next()),
                Role.DATA_PROTECTION_OFFICER, Act.of("CORRECTION_ANSWERED", "correction", AccountId.next()),
                Role.CENTRAL_ADMINISTRATOR, Act.of("PLAN_CHANGED", "office", OFFICE.value()));
        work.forEach((role, act) -> {
            var honest = officer(role);
            var idle = officer(role);
            for (var looking : List.of(honest, idle)) {
                times(10, () -> desk.write(Act.of("LOOKED", "/petugas/kapasitas/dipindahkan", ""), looking));
                desk.write(Act.of("SIGNED_IN", "account", looking.account()), looking);
                desk.write(Act.of("PAPER_RENEWED", "account", looking.account()), looking);
                desk.write(Act.of("ASKED", "/petugas/wilayah", ""), looking);
                desk.write(Act.of("EXPORTED", "report", "all.csv"), looking);
                desk.write(
                        new Act("UNMASKED", "application", ApplicationId.next().toString(), "", "", "x"), looking);
                desk.write(Act.of("CUSTOMER_FOUND", "account", AccountId.next()), looking);
            }
            desk.write(act, honest);

            alarms.look();

            assertThat(of(honest.account())).as("%s", role).isEmpty();
            assertThat(of(idle.account()))
                    .as("%s", role)
                    .extracting(Alarm::kind)
                    .containsExactly(Alarm.Kind.LOOKED_WITHOUT_TASK);
        });
    }

    /** Whoever takes money at the counter acts on bills, and sends that from the page of the application. */
    @Test
    void whatIsSentFromThePageItselfIsATask() {
        var treasurer = officer(Role.TREASURER);
        var idle = officer(Role.TREASURER);
        times(5, () -> {
            var file = ApplicationId.next();
            desk.write(Act.of("LOOKED", "/petugas/bendahara/loket/{application}", file), treasurer);
            desk.write(Act.of("ASKED", "/petugas/bendahara/loket/{application}", file), treasurer);
            desk.write(Act.of("LOOKED", "/petugas/bendahara/loket/{application}", file), idle);
        });

        alarms.look();

        assertThat(of(treasurer.account())).isEmpty();
        assertThat(of(idle.account())).extracting(Alarm::count).containsExactly(5L);
    }

    private void open(SignedIn who, String address) {
        assertThat(browser.get().uri(address).with(as(who)).exchange()).hasStatusOk();
    }

    private void take(SignedIn who, SomeFiles.Case file) {
        var answer = browser.post()
                .uri(file.address() + "/ambil")
                .with(as(who))
                .with(csrf())
                .exchange();
        assertThat(answer).hasStatus3xxRedirection();
    }

    @Test
    void oneDeviceBehindManyAccountsIsNoticedAndTheAccountsAreTheEvidence() {
        var device = new jakarta.servlet.http.Cookie(
                "perangkat", java.util.UUID.randomUUID().toString());
        var people = IntStream.range(0, 5)
                .mapToObj(_ -> People.someone())
                .map(someone -> {
                    var who = SignedInPeople.applicant(accounts, someone);
                    var machine = new Browser(browser).with(device);
                    machine.signIn(someone.email(), SignedInPeople.PASSWORD);
                    machine.get("/beranda");
                    machine.get("/beranda");
                    machine.post("/keluar", Map.of());
                    return who.account();
                })
                .toList();

        alarms.look();

        assertThat(of(people.getFirst()))
                .filteredOn(alarm -> alarm.kind() == Alarm.Kind.SHARED_DEVICE)
                .singleElement()
                .satisfies(alarm -> {
                    assertThat(alarm.count()).isEqualTo(5);
                    assertThat(read(alarm.evidence()))
                            .contains("Perangkat yang sama")
                            .contains(people.stream().map(AccountId::toString).toList())
                            .doesNotContain(device.getValue());
                });
    }

    @Test
    void onePhoneBehindManyAccountsIsNoticedAndTheAccountsAreTheEvidence() {
        times(6, () -> SignedInPeople.applicant(accounts));

        alarms.look();

        assertThat(alarms.alarms())
                .as("tests give everybody one phone")
                .filteredOn(alarm -> alarm.kind() == Alarm.Kind.SHARED_PHONE)
                .isNotEmpty()
                .first()
                .satisfies(alarm -> assertThat(read(alarm.evidence()))
                        .contains("Nomor ponsel yang sama", alarm.account().toString())
                        .doesNotContain("0812"));
    }

    @Test
    void aDeviceOfOnesOwnIsGivenOnceAndNotReadByScripts() {
        var someone = People.someone();
        SignedInPeople.applicant(accounts, someone);
        var machine = new Browser(browser);
        machine.signIn(someone.email(), SignedInPeople.PASSWORD);

        var given = machine.get("/beranda").getResponse().getCookie("perangkat");

        assertThat(Objects.requireNonNull(given).isHttpOnly()).isTrue();
        assertThat(machine.get("/beranda").getResponse().getCookie("perangkat")).isNull();
    }

    /** A page that refreshes itself is one look for as long as it stays open; the next page is another. */
    @Test
    void aLivePageIsOneLook() {
        var counter = officer(Role.COUNTER_OFFICER);
        for (var address : List.of("/petugas/loket/isi", "/petugas/loket/isi", "/petugas/loket", "/petugas/loket")) {
            browser.get().uri(address).with(as(counter)).exchange();
        }

        assertThat(desk.find(
                        Search.of(
                                null,
                                null,
                                "LOOKED",
                                null,
                                null,
                                counter.account().toString()),
                        Long.MAX_VALUE))
                .extracting(entry -> entry.act().kind())
                .containsExactlyInAnyOrder("/petugas/loket", "/petugas/loket", "/petugas/loket/isi");
    }

    private List<Alarm> of(AccountId account) {
        return alarms.alarms().stream()
                .filter(alarm -> alarm.account().equals(account))
                .filter(alarm -> alarm.kind() != Alarm.Kind.SHARED_PHONE)
                .toList();
    }

    private void moved(SignedIn who, String from, String to) {
        desk.write(Act.of("APPLICATION_MOVED", "application", AccountId.next()).from(from, to), who);
    }

    private SignedIn officer(Role role) {
        return SignedInPeople.officer(accounts, OFFICE, role);
    }

    private String read(String address) {
        var answer = browser.get().uri(address).with(as(officer(Role.AUDITOR))).exchange();
        assertThat(answer).as(address).hasStatusOk();
        return Browser.text(answer);
    }

    private static void times(int times, Runnable done) {
        IntStream.range(0, times).forEach(_ -> done.run());
    }
}
