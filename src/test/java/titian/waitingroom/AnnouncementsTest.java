package titian.waitingroom;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.temporal.TemporalAdjusters.next;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import titian.Inbox;
import titian.People;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.office.ReleaseRule;
import titian.outside.World;
import titian.shared.OfficeId;
import titian.shared.ServiceLane;

/** Releases are announced as the office's rules say, in the office's own time, and whoever wished is reminded once. */
@TitianTest
class AnnouncementsTest {

    private static final OfficeId MERAUKE = OfficeId.of("kanim-merauke");
    private static final OfficeId BIAK = OfficeId.of("kanim-biak");
    private static final OfficeId TEGAL = OfficeId.of("kanim-tegal");
    private static final ZoneId PAPUA = ZoneId.of("Asia/Jayapura");
    private static final LocalTime TWO = LocalTime.of(14, 0);

    @Autowired
    AnnouncementDesk desk;

    @Autowired
    Releases releases;

    @Autowired
    OfficeDesk offices;

    @Autowired
    AccountDesk accounts;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    MockMvcTester browser;

    @Autowired
    HouseKey key;

    @Autowired
    World world;

    @Autowired
    Clock clock;

    LocalDate today;

    @BeforeEach
    void today() {
        today = LocalDate.ofInstant(clock.instant(), PAPUA);
    }

    @Test
    void fridaysAtTwoForTheTwoWeeksAfterNextAreAnnouncedInTheTimeOfTheOffice() {
        decide(MERAUKE, fridays(TWO));

        desk.announce(office(MERAUKE));

        var friday = today.with(next(FRIDAY));
        var coming = of(MERAUKE);
        assertThat(coming).hasSizeBetween(2, 3);
        var first = coming.getFirst();
        assertThat(first.opensAt()).as("14.00 WIT is 05.00 UTC").isEqualTo(Instant.parse(friday + "T05:00:00Z"));
        assertThat(first.roomOpensAt()).isEqualTo(first.opensAt().minus(Duration.ofMinutes(30)));
        assertThat(first.firstDay()).isEqualTo(friday.plusDays(10));
        assertThat(first.lastDay()).isEqualTo(friday.plusDays(23));
        assertThat(coming.get(1).opensAt()).isEqualTo(first.opensAt().plus(Duration.ofDays(14)));
        assertThat(browser.get().uri("/jadwal/kanim-merauke"))
                .hasStatusOk()
                .bodyText()
                .contains("Rilis tempat berikutnya", "14.00 WIT", first.address(), "Ingatkan saya");
        assertThat(browser.get().uri(first.address()))
                .hasStatusOk()
                .bodyText()
                .contains("Ruang tunggu dibuka", "13.30 WIT", "60 orang per menit");
    }

    @Test
    void nodesThatAnnounceAtOnceAnnounceOnceAndKeepTheFingerprint() throws InterruptedException {
        decide(BIAK, fridays(LocalTime.of(9, 0)));
        Callable<Void> node = () -> {
            desk.announce(office(BIAK));
            return null;
        };

        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(nodes.invokeAll(nCopies(8, node))).allMatch(done -> done.state() == Future.State.SUCCESS);
        }
        var announced = of(BIAK);
        desk.announce(office(BIAK));

        assertThat(announced.stream().map(Release::opensAt)).doesNotHaveDuplicates();
        assertThat(of(BIAK)).isEqualTo(announced);
    }

    @Test
    void whatTheOfficeDecidesOtherwiseIsTakenBackAndAnnouncedAnew() {
        var biak = office(BIAK);
        decide(BIAK, fridays(LocalTime.of(10, 0)));
        desk.announce(biak);
        var before = of(BIAK).getFirst();

        decide(BIAK, fridays(LocalTime.of(11, 0)));
        desk.announce(biak);

        assertThat(releases.find(before.id()).orElseThrow().phase(clock.instant()))
                .isEqualTo(Release.Phase.WITHDRAWN);
        assertThat(of(BIAK).getFirst().opensAt()).isEqualTo(before.opensAt().plus(Duration.ofHours(1)));
        assertThat(browser.get().uri(before.address())).hasStatusOk().bodyText().contains("Rilis ini dibatalkan");
    }

    @Test
    void whoeverWishedIsRemindedOnceBeforeTheRoomOpens() {
        var release = twoHoursAhead();
        var someone = People.someone();
        var account = SignedInPeople.applicant(accounts, someone).account();
        desk.remind(release.id(), account);
        desk.remind(release.id(), account);
        var inbox = new Inbox(world);
        assertThat(reminders(inbox, someone)).as("too early").isZero();

        world.clock().moveTo(release.roomOpensAt().minus(Release.REMINDED_BEFORE));
        all(() -> desk.tellSome());

        await().until(() -> reminders(inbox, someone) == 1);
        assertThat(inbox.of(someone.email()).getFirst().text()).contains(release.address(), "WIB", "Kantor Imigrasi");
        world.clock().moveBy(Duration.ofMinutes(5));
        all(() -> desk.tellSome());
        assertThat(reminders(inbox, someone)).isEqualTo(1);
    }

    @Test
    void aNodeKilledWhileTellingHasToldNobodyAndAnotherDoes() {
        var release = twoHoursAhead();
        var someone = People.someone();
        desk.remind(release.id(), SignedInPeople.applicant(accounts, someone).account());
        var inbox = new Inbox(world);
        transactions.executeWithoutResult(killed -> {
            world.clock().moveTo(release.roomOpensAt().minus(Release.REMINDED_BEFORE));
            desk.tellSome();
            killed.setRollbackOnly();
        });

        all(() -> desk.tellSome());

        await().until(() -> reminders(inbox, someone) == 1);
    }

    @Test
    void aWishTakenBackIsNoWish() {
        var release = twoHoursAhead();
        var someone = People.someone();
        var other = People.someone();
        var account = SignedInPeople.applicant(accounts, someone).account();
        desk.remind(release.id(), account);
        desk.remind(release.id(), SignedInPeople.applicant(accounts, other).account());
        desk.forgetReminder(release.id(), account);
        var inbox = new Inbox(world);

        world.clock().moveTo(release.roomOpensAt().minus(Release.REMINDED_BEFORE));
        all(() -> desk.tellSome());

        await().until(() -> reminders(inbox, other) == 1);
        assertThat(reminders(inbox, someone)).isZero();
    }

    private Release twoHoursAhead() {
        return new SomeReleases(releases, key, clock)
                .decided(offices, desk, TEGAL, Duration.ofHours(3), Duration.ofHours(1));
    }

    /** Until nobody is left to tell: other tests wish too. */
    private static void all(Callable<Integer> telling) {
        await().until(telling, told -> told == 0);
    }

    private static long reminders(Inbox inbox, People.Someone someone) {
        return inbox.of(someone.email()).stream()
                .filter(mail -> mail.subject().contains("ruang tunggu segera dibuka"))
                .count();
    }

    private ReleaseRule fridays(LocalTime at) {
        return new ReleaseRule(today.with(next(FRIDAY)), at, 2, 10, Duration.ofMinutes(30), 60);
    }

    private void decide(OfficeId office, ReleaseRule rule) {
        offices.decide(office, today, offices.policy(office, today).releasing(rule));
    }

    private Office office(OfficeId office) {
        return offices.find(office).orElseThrow();
    }

    private List<Release> of(OfficeId office) {
        return releases.notOver(office, ServiceLane.PASSPORT, 10);
    }
}
