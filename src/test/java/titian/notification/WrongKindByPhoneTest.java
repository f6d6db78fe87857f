package titian.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
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
import titian.form.FilledIn;
import titian.outside.World;
import titian.shared.ApplicationId;

/** Before a fee is paid for the wrong kind of passport, its payer is told which it is: with the bill, and by phone. */
@TitianTest
class WrongKindByPhoneTest {

    @Autowired
    BeanFactory house;

    @Autowired
    AccountDesk accounts;

    @Autowired
    ReachDesk reaches;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    World world;

    @Test
    void theKindIsNamedWithTheBillAndToAPhoneThatIsConfirmed() {
        new Neighbours(world).recover();
        var phones = new Telephones(world);
        var someone = People.someone();
        var number = Telephones.someNumber();
        var unconfirmed = handedIn(People.someone(), null);
        var id = handedIn(someone, number);

        assertThat(new Inbox(world).about(someone.email(), "Bayar").text())
                .contains("Paspor biasa elektronik", "tidak dapat diganti");
        assertThat(phones.about(number, "Periksa jenis paspor").text())
                .contains("tidak dapat diganti", "Paspor biasa elektronik", "/permohonan/" + id);
        assertThat(phones.of("+6281234567890"))
                .as("a phone nobody confirmed may be anybody's")
                .noneMatch(message -> message.text().contains(unconfirmed.toString()));
    }

    private ApplicationId handedIn(People.Someone someone, @Nullable String number) {
        var account = SignedInPeople.applicant(accounts, someone).account();
        if (number != null) {
            transaction.executeWithoutResult(_ -> reaches.movePhone(account, Phone.of(number), null));
        }
        var filledIn = new FilledIn(house);
        var id = filledIn.form(account, People.someone(), filledIn.slot(1));
        filledIn.submit(id, account);
        return id;
    }
}
