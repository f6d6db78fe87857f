package titian.treasury;

import org.springframework.beans.factory.BeanFactory;
import titian.Belonging;
import titian.SignedInPeople;
import titian.account.AccountDesk;
import titian.payment.SomeBills;
import titian.shared.ApplicationId;
import titian.shared.OfficeId;
import titian.shared.Role;

/** Money asked back at an office, as its treasurer sees it. */
class SomebodysRefund implements Belonging {

    @Override
    public String kind() {
        return "refund";
    }

    @Override
    public Owned make(BeanFactory house) {
        var accounts = house.getBean(AccountDesk.class);
        var office = OfficeId.of("kanim-kembali-" + Long.toString(System.nanoTime(), 36));
        var who = SignedInPeople.applicant(accounts);
        var bills = new SomeBills(house);
        var bill = bills.pay(bills.open(who.account(), ApplicationId.next()));
        new SomeBooks(house).place(bill.id(), office);
        var request = new RefundDesk.Request(
                Refund.Ground.OTHER, "salah bayar", new Refund.Destination("Bank Uji", "0012345678", "Pemilik"));
        var refund = house.getBean(RefundDesk.class).ask(bill.application(), who.account(), null, request);
        return new Owned(SignedInPeople.officer(accounts, office, Role.TREASURER), refund.id());
    }
}
