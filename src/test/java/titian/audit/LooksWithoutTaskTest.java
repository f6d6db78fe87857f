package titian.audit;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import titian.TitianTest;
import titian.casework.SomeFiles;
import titian.shared.AccountId;
import titian.shared.Act;
import titian.shared.ApplicationId;
import titian.shared.Role;
import titian.shared.SignedIn;

/** Who looks at people without a task that explains it is noticed, and nobody else. */
@TitianTest
class LooksWithoutTaskTest extends Noticed {

    /** Whoever does not want to wait ten minutes has it looked at now. */
    @Test
    void anAuditorMayHaveItLookedAtNow() {
        var curious = officer(Role.CUSTOMER_SERVICE_OFFICER);
        times(5, () -> desk.write(Act.of("CUSTOMER_FOUND", "account", AccountId.next()), curious));

        assertThat(browser.post()
                        .uri("/petugas/audit/pola")
                        .with(csrf())
                        .with(as(officer(Role.AUDITOR)))
                        .exchange())
                .hasRedirectedUrl("/petugas/audit/pola");

        await().atMost(Duration.ofSeconds(30))
                .until(() -> !of(curious.account()).isEmpty());
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
}
