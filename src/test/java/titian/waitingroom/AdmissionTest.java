package titian.waitingroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import titian.TitianTest;
import titian.outside.World;
import titian.shared.AccountId;
import titian.shared.ServiceLane;

/** Being let in: at the set pace, for a time, and nobody else. */
@TitianTest
class AdmissionTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    Releases releases;

    @Autowired
    TicketDesk desk;

    @Autowired
    DrawDesk draws;

    @Autowired
    Rounds rounds;

    @Autowired
    WaitingRoomDesk rooms;

    @Autowired
    HouseKey key;

    @Autowired
    World world;

    @Autowired
    JdbcClient db;

    @Autowired
    Clock clock;

    final AccountId account = AccountId.next();
    SomeReleases some;

    @BeforeEach
    void releases() {
        some = new SomeReleases(releases, key, clock);
    }

    @Test
    void beforeTheOpeningNobodyHasToWait() {
        var release = some.opening(Duration.ofHours(1));

        assertThat(passage(release, null)).isEqualTo(new Passage.NotNeeded());
    }

    @Test
    void fromTheOpeningOnWhoeverHasNoLeaveIsShownWhereToWait() {
        var release = some.opening(SOON);
        world.clock().moveBy(SOON);

        assertThat(passage(release, null))
                .as("while the draw is still to be done, too")
                .isEqualTo(new Passage.Wait("/antrean-rilis/" + release.id()));
    }

    @Test
    void whoeverIsLetInMayBookForAQuarterOfAnHour() {
        var release = opened();
        letTheLineMove();

        var admission = desk.admit(release.id(), account);

        assertThat(admission.until())
                .isBetween(
                        clock.instant().plus(Duration.ofMinutes(14)),
                        clock.instant().plus(Standing.STAY));
        assertThat(passage(release, admission.token(key))).isInstanceOf(Passage.Admitted.class);
    }

    @Test
    void nobodyIsLetInBeforeTheirTurn() {
        var release = some.opening(SOON);
        for (int i = 0; i < 300; i++) {
            desk.take(release.id(), AccountId.next());
        }
        open(release);
        desk.take(release.id(), account);
        draws.seat(release.id());

        var standing = desk.standing(releases.find(release.id()).orElseThrow(), account);

        assertThat(standing).isInstanceOfSatisfying(Standing.InLine.class, line -> {
            assertThat(line.position()).isEqualTo(301);
            assertThat(line.ahead()).isBetween(200, 300);
            assertThat(Duration.between(clock.instant(), line.turn()))
                    .isBetween(Duration.ofSeconds(200), Duration.ofSeconds(302));
        });
        assertThatExceptionOfType(WaitingRoomRefused.NotYourTurn.class)
                .isThrownBy(() -> desk.admit(release.id(), account));
        assertThatExceptionOfType(WaitingRoomRefused.NotYourTurn.class)
                .isThrownBy(() -> desk.admit(release.id(), AccountId.next()));
    }

    @Test
    void aForgedForeignOrChangedLeaveIsNone() {
        var release = opened();
        letTheLineMove();
        var token = desk.admit(release.id(), account).token(key);
        var parts = token.split("\\.");
        var elsewhere = new Admission(ReleaseId.next(), account, clock.instant().plusSeconds(60)).token(key);
        var otherHouse = new Admission(release.id(), account, clock.instant().plusSeconds(60))
                .token(new HouseKey("another secret of more than 32 characters"));

        assertThat(Stream.of(
                        "",
                        "..",
                        "x",
                        parts[0] + "." + (Long.parseLong(parts[1]) + 60) + "." + parts[2],
                        parts[0] + "." + parts[1] + ".",
                        parts[0] + "." + parts[1] + "." + parts[2] + ".x",
                        parts[0] + ".9999999999999999999." + parts[2],
                        elsewhere,
                        otherHouse,
                        "x".repeat(5000)))
                .allSatisfy(forged -> assertThat(passage(release, forged)).isInstanceOf(Passage.Wait.class));
        assertThat(rooms.mayBook(AccountId.next(), release.office(), ServiceLane.PASSPORT, token))
                .as("somebody else's")
                .isInstanceOf(Passage.Wait.class);
        assertThat(passage(release, token)).isInstanceOf(Passage.Admitted.class);
    }

    @Test
    void aLeaveEndsAndIsRenewedOnce() {
        var release = opened();
        letTheLineMove();
        var first = desk.admit(release.id(), account);
        assertThat(desk.admit(release.id(), account))
                .as("the same on every device")
                .isEqualTo(first);

        world.clock().moveTo(first.until());
        assertThat(passage(release, first.token(key))).isInstanceOf(Passage.Wait.class);
        var second = desk.admit(release.id(), account);
        assertThat(Duration.between(first.until(), second.until())).isEqualTo(Standing.WINDOW.minus(Standing.STAY));

        world.clock().moveTo(second.until());
        assertThatExceptionOfType(WaitingRoomRefused.class).isThrownBy(() -> desk.admit(release.id(), account));
    }

    @Test
    void renewingBeforeTheEndGivesTheRestOfTheWindow() {
        var release = opened();
        letTheLineMove();
        var first = desk.admit(release.id(), account);

        var renewed = desk.renew(release.id(), account);

        assertThat(renewed.until()).isEqualTo(first.until().minus(Standing.STAY).plus(Standing.WINDOW));
        assertThat(desk.renew(release.id(), account)).isEqualTo(renewed);
    }

    @Test
    void aRoomNobodyWaitsInClosesByItselfAfterSomeMinutes() {
        var release = opened();
        letTheLineMove();
        goRound(release);
        assertThat(phase(release)).isEqualTo(Release.Phase.ADMITTING);

        world.clock().moveBy(DrawDesk.IDLE.plusSeconds(1));
        goRound(release);

        assertThat(phase(release)).isEqualTo(Release.Phase.CLOSED);
        assertThat(passage(release, null)).isEqualTo(new Passage.NotNeeded());
        assertThatExceptionOfType(WaitingRoomRefused.NotOpen.class)
                .isThrownBy(() -> desk.take(release.id(), AccountId.next()));
    }

    @Test
    void aRoomInWhichSomebodyWaitsStaysOpen() {
        var release = some.opening(SOON);
        for (int i = 0; i < 900; i++) {
            desk.take(release.id(), AccountId.next());
        }
        open(release);

        world.clock().moveBy(DrawDesk.IDLE.plusSeconds(1));
        goRound(release);

        assertThat(phase(release)).isEqualTo(Release.Phase.ADMITTING);
    }

    private Release opened() {
        var release = some.opening(SOON);
        desk.take(release.id(), account);
        open(release);
        return release;
    }

    private void open(Release release) {
        world.clock().moveTo(release.opensAt());
        await().until(() -> {
            goRound(release);
            return releases.find(release.id()).orElseThrow().drawnAt() != null;
        });
    }

    private void goRound(Release release) {
        rounds.goInto(releases.find(release.id()).orElseThrow());
    }

    private void letTheLineMove() {
        world.clock().moveBy(Duration.ofSeconds(2));
    }

    private Passage passage(Release release, @Nullable String token) {
        return rooms.mayBook(account, release.office(), ServiceLane.PASSPORT, token);
    }

    private Release.Phase phase(Release release) {
        return releases.find(release.id()).orElseThrow().phase(clock.instant());
    }
}
