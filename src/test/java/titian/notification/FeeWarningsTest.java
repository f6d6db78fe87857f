package titian.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import titian.Inbox;
import titian.Neighbours;
import titian.People;
import titian.SignedInPeople;
import titian.Telephones;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.account.Phone;
import titian.account.ReachDesk;
import titian.application.SomeVisits;
import titian.forfeit.Forfeit;
import titian.forfeit.Forfeit.Moment;
import titian.forfeit.ForfeitDesk;
import titian.form.FilledIn;
import titian.outside.World;
import titian.shared.AccountId;
import titian.shared.OfficeId;

/** Before each moment at which a fee can be lost, its payer is told on two channels: by letter, and on a confirmed phone. */
@TitianTest
class FeeWarningsTest {

    private static final OfficeId OFFICE = OfficeId.of("kanim-jakarta-selatan");

    @Autowired
    BeanFactory house;

    @Autowired
    AccountDesk accounts;

    @Autowired
    ReachDesk reaches;

    @Autowired
    ForfeitDesk forfeits;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    World world;

    final People.Someone someone = People.someone();
    final String number = Telephones.someNumber();
    AccountId account;

    @BeforeEach
    void somebodyWhoseNumberIsConfirmed() {
        new Neighbours(world).recover();
        account = SignedInPeople.applicant(accounts, someone).account();
        transaction.executeWithoutResult(_ -> reaches.movePhone(account, Phone.of(number), null));
    }

    @ParameterizedTest
    @CsvSource({
        "CHANGE_ENDS, Terakhir mengubah jadwal",
        "REPAIR_ENDS, Terakhir memperbaiki dokumen",
        "PICKUP_ENDS, Terakhir mengambil paspor"
    })
    void aMomentThatComesNearIsToldByLetterAndByPhone(Moment moment, String subject) {
        var application =
                new SomeVisits(house).paid(account, OFFICE).appointment().application();
        var lostAt = world.clock().instant().plus(Duration.ofHours(5));

        forfeits.guard(new Forfeit(application, account, moment, lostAt, ZoneId.of("Asia/Jakarta")));

        assertThat(new Inbox(world).about(someone.email(), subject).text())
                .contains("hangus", "/permohonan/" + application);
        assertThat(new Telephones(world).about(number, subject).text()).contains("/permohonan/" + application);
    }

    /** It is too late once it is paid, so it is told with the bill. */
    @Test
    void theWrongKindIsToldInTheLetterWithTheBillAndByPhone() {
        var filledIn = new FilledIn(house);
        var application = filledIn.form(account, someone, filledIn.slot(1));

        filledIn.submit(application, account);

        assertThat(new Inbox(world).about(someone.email(), "Bayar biaya paspor").text())
                .contains("tidak dapat diganti");
        assertThat(new Telephones(world)
                        .about(number, "Periksa jenis paspor sebelum membayar")
                        .text())
                .contains("/permohonan/" + application);
    }
}
