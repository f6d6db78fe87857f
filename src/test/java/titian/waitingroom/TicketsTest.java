package titian.waitingroom;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import titian.TitianTest;
import titian.shared.AccountId;

/** Tickets: one to an account, from whatever device, as long as the room is open. */
@TitianTest
class TicketsTest {

    @Autowired
    Releases releases;

    @Autowired
    TicketDesk desk;

    @Autowired
    HouseKey key;

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

    @RepeatedTest(3)
    void anAccountThatAsksFiftyTimesAtOnceHasOneTicket() throws InterruptedException {
        var release = some.opening(Duration.ofHours(1));
        Callable<TicketId> ask = () -> desk.take(release.id(), account);

        try (var devices = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = devices.invokeAll(nCopies(50, ask));

            assertThat(answers.stream().map(Future::resultNow).distinct()).hasSize(1);
        }
        assertThat(count(release)).isEqualTo(1);
    }

    @Test
    void theDatabaseItselfKeepsASecondTicketOut() {
        var release = some.opening(Duration.ofHours(1));
        desk.take(release.id(), account);

        assertThatThrownBy(() -> db.sql("""
                                INSERT INTO waitingroom.ticket (release, account, id, by_lot, taken_at)
                                VALUES (:release, :account, 'AAAAA-AAAAA-AAAAA-AAAAA', true, :now)
                                """)
                        .param("release", release.id().value())
                        .param("account", account.value())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update())
                .isInstanceOf(DuplicateKeyException.class)
                .hasMessageContaining("one_ticket_per_account");
    }

    @Test
    void nobodyTakesATicketBeforeTheRoomOpens() {
        var release = some.announced(SomeReleases.somewhere(), Duration.ofHours(2), Duration.ofHours(1));

        assertThatExceptionOfType(WaitingRoomRefused.NotOpen.class).isThrownBy(() -> desk.take(release.id(), account));

        assertThat(count(release)).isZero();
    }

    @Test
    void nobodyTakesATicketOfAReleaseThatWasWithdrawn() {
        var release = some.announced(SomeReleases.somewhere(), Duration.ofHours(2), Duration.ofHours(1));
        releases.withdraw(release.id(), clock.instant());

        assertThatExceptionOfType(WaitingRoomRefused.NotOpen.class).isThrownBy(() -> desk.take(release.id(), account));
    }

    @Test
    void aTicketsNumberIsTheSameOnEveryNodeAndAnotherForEachReleaseAndAccount() {
        var release = ReleaseId.next();
        var elsewhere = new HouseKey("development-only-secret-0123456789abcdef");

        var number = elsewhere.ticket(release, account);

        assertThat(elsewhere.ticket(release, account)).isEqualTo(number);
        assertThat(key.ticket(release, account)).isEqualTo(number);
        assertThat(key.ticket(ReleaseId.next(), account)).isNotEqualTo(number);
        assertThat(key.ticket(release, AccountId.next())).isNotEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"k7qf2m9xrt4c8h3d2m4p", " K7QF2-M9XRT-4C8H3-D2M4P ", "k7qf2 m9xrt 4c8h3 d2m4p"})
    void aNumberIsReadHoweverItIsTyped(String typed) {
        assertThat(TicketId.typed(typed)).contains(new TicketId("K7QF2-M9XRT-4C8H3-D2M4P"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "K7QF2", "K7QF2-M9XRT-4C8H3-D2M4U", "K7QF2-M9XRT-4C8H3-D2M4P-D2M4P", "<script>"})
    void whatIsNoNumberIsNone(String typed) {
        assertThat(TicketId.typed(typed)).isEmpty();
    }

    private long count(Release release) {
        return db.sql("SELECT count(*) FROM waitingroom.ticket WHERE release = :release")
                .param("release", release.id().value())
                .query(Long.class)
                .single();
    }
}
