package titian.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static titian.SignedInPeople.as;

import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import titian.Inbox;
import titian.Telephones;
import titian.TitianTest;
import titian.account.Phone;
import titian.account.ReachDesk;
import titian.application.ApplicationScheduled;
import titian.forfeit.Forfeit.Moment;
import titian.forfeit.ForfeitDesk;
import titian.outside.World;

/** Whoever paid is warned, by letter and on the home, before their visit can be changed no longer. */
@TitianTest
class FeeAtStakeTest {

    @Autowired
    BeanFactory house;

    @Autowired
    ForfeitDesk forfeits;

    @Autowired
    FeeAtStake stake;

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient db;

    @Autowired
    ReachDesk reaches;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    World world;

    @Test
    void theLastDayToChangeIsGuardedFromTheDayBeforeIt() {
        var comer = comer(6);

        assertThat(forfeits.find(comer.id, Moment.CHANGE_ENDS))
                .hasValueSatisfying(forfeit -> assertThat(forfeit.lostAt()).isEqualTo(comer.at(6, LocalTime.MIDNIGHT)));
        assertThat(db.sql("SELECT due_at FROM forfeit.warning WHERE application = ?")
                        .param(comer.id.value())
                        .query((row, _) ->
                                row.getObject(1, OffsetDateTime.class).toInstant())
                        .list())
                .containsExactly(comer.at(4, LocalTime.of(9, 0)));
        assertThat(forfeits.near(comer.me.account())).as("not warned yet").isEmpty();
    }

    /** Booked for tomorrow, today is the last day: told at once, on both channels. */
    @Test
    void aLastDayThatIsTodayIsToldAtOnceByLetterAndOnTheHome() throws Exception {
        var comer = comer(1);

        var letter = new Inbox(world).about(comer.someone.email(), "Terakhir mengubah jadwal");

        assertThat(letter.text()).contains("Terakhir bisa diubah atau dibatalkan", "hangus", comer.address(""));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !forfeits.near(comer.me.account()).isEmpty());
        assertThat(browser.get().uri("/beranda").with(as(comer.me)))
                .bodyText()
                .contains("Jadwal sebentar lagi tidak dapat diubah", "biayanya hangus");
    }

    /** Whoever has confirmed a phone is told there as well. */
    @Test
    void theLastDayIsToldByLetterAndByPhone() {
        var comer = comer(6);
        var number = Telephones.someNumber();
        transaction.executeWithoutResult(_ -> reaches.movePhone(comer.me.account(), Phone.of(number), null));

        comer.move(comer.window(1, LocalTime.of(11, 0)));

        assertThat(new Inbox(world)
                        .about(comer.someone.email(), "Terakhir mengubah jadwal")
                        .text())
                .contains("hangus");
        assertThat(new Telephones(world)
                        .about(number, "Terakhir mengubah jadwal")
                        .text())
                .contains("Terakhir bisa diubah atau dibatalkan", comer.address(""));
    }

    @Test
    void anotherTimeIsGuardedInItsPlaceAndAVisitGivenUpIsNot() {
        var comer = comer(6);
        comer.move(comer.window(9, LocalTime.of(11, 0)));

        assertThat(forfeits.find(comer.id, Moment.CHANGE_ENDS))
                .hasValueSatisfying(forfeit -> assertThat(forfeit.lostAt()).isEqualTo(comer.at(9, LocalTime.MIDNIGHT)));

        comer.cancel();

        assertThat(forfeits.find(comer.id, Moment.CHANGE_ENDS)).isEmpty();
    }

    private Comer comer(int daysAhead) {
        var comer = new Comer(house, daysAhead);
        stake.on(new ApplicationScheduled(comer.id));
        return comer;
    }
}
