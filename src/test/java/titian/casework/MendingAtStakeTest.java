package titian.casework;

import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static titian.document.DocumentKind.KK;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import titian.Inbox;
import titian.Telephones;
import titian.TitianTest;
import titian.account.Phone;
import titian.account.ReachDesk;
import titian.forfeit.Forfeit.Moment;
import titian.forfeit.ForfeitDesk;

/** Whoever paid is warned before the last day on which papers can be mended, and no longer once they are. */
@TitianTest
class MendingAtStakeTest extends WithOneFile {

    @Autowired
    ForfeitDesk forfeits;

    @Autowired
    ReachDesk reaches;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void theDayByWhichPapersAreMendedIsGuardedUntilTheyAre() {
        var repairBy = inDays(2);

        goesBack(one, repairBy, KK);

        assertThat(forfeits.find(one.id(), Moment.REPAIR_ENDS))
                .hasValueSatisfying(forfeit -> assertThat(forfeit.lostAt()).isCloseTo(repairBy, within(1, SECONDS)));

        some.replace(one, KK);
        repairs.send(one.id(), one.applicant().account());

        assertThat(forfeits.find(one.id(), Moment.REPAIR_ENDS)).isEmpty();
    }

    @Test
    void aLastDayThatIsNearIsToldByLetterAndByPhoneAtOnce() {
        var number = Telephones.someNumber();
        transaction.executeWithoutResult(_ -> reaches.movePhone(one.applicant().account(), Phone.of(number), null));

        goesBack(one, clock.instant().plus(Duration.ofHours(3)), KK);

        assertThat(new Inbox(world)
                        .about(address(one), "Terakhir memperbaiki dokumen")
                        .text())
                .contains("kepala seksi", "tidak ada yang hangus", "/permohonan/" + one.id())
                .doesNotContain("Setelah itu permohonan ditutup");
        assertThat(new Telephones(world)
                        .about(number, "Terakhir memperbaiki dokumen")
                        .text())
                .contains("/permohonan/" + one.id());
        assertThat(get(one.applicant(), "/beranda"))
                .bodyText()
                .contains("Dokumen Anda masih ditunggu", "kepala seksi", "tidak ada yang hangus");
    }
}
