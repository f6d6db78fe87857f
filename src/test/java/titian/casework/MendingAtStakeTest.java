package titian.casework;

import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static titian.document.DocumentKind.KK;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import titian.Inbox;
import titian.Telephones;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.account.Phone;
import titian.account.ReachDesk;
import titian.forfeit.Forfeit.Moment;
import titian.forfeit.ForfeitDesk;
import titian.outside.World;
import titian.queue.Officer;

/** Whoever paid is warned before the last day on which papers can be mended, and no longer once they are. */
@TitianTest
class MendingAtStakeTest {

    @Autowired
    BeanFactory house;

    @Autowired
    VerificationDesk desk;

    @Autowired
    RepairDesk repairs;

    @Autowired
    ForfeitDesk forfeits;

    @Autowired
    AccountDesk accounts;

    @Autowired
    ReachDesk reaches;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Autowired
    World world;

    @Test
    void theDayByWhichPapersAreMendedIsGuardedUntilTheyAre() {
        var some = new SomeFiles(house);
        var one = some.certain();
        var ani = some.verifier();
        var repairBy = clock.instant().plus(Duration.ofDays(2));
        some.judgeAll(ani, one, KK);

        desk.sendBack(Officer.of(ani), one.id(), repairBy);

        assertThat(forfeits.find(one.id(), Moment.REPAIR_ENDS))
                .hasValueSatisfying(forfeit -> assertThat(forfeit.lostAt()).isCloseTo(repairBy, within(1, SECONDS)));

        some.replace(one, KK);
        repairs.send(one.id(), one.applicant().account());

        assertThat(forfeits.find(one.id(), Moment.REPAIR_ENDS)).isEmpty();
    }

    @Test
    void aLastDayThatIsNearIsToldByLetterAndByPhoneAtOnce() {
        var some = new SomeFiles(house);
        var one = some.certain();
        var ani = some.verifier();
        var number = Telephones.someNumber();
        transaction.executeWithoutResult(_ -> reaches.movePhone(one.applicant().account(), Phone.of(number), null));
        some.judgeAll(ani, one, KK);

        desk.sendBack(Officer.of(ani), one.id(), clock.instant().plus(Duration.ofHours(3)));

        var address = accounts.contact(one.applicant().account()).orElseThrow().email();
        assertThat(new Inbox(world)
                        .about(address, "Terakhir memperbaiki dokumen")
                        .text())
                .contains("hangus", "/permohonan/" + one.id());
        assertThat(new Telephones(world)
                        .about(number, "Terakhir memperbaiki dokumen")
                        .text())
                .contains("/permohonan/" + one.id());
    }
}
