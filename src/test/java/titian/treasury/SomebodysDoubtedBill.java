package titian.treasury;

import org.springframework.beans.factory.BeanFactory;
import titian.Belonging;
import titian.SignedInPeople;
import titian.account.AccountDesk;
import titian.payment.SomeBills;
import titian.shared.OfficeId;
import titian.shared.Role;

/** A bill of which a notice named another amount, as the treasurer of its office sees it. */
class SomebodysDoubtedBill implements Belonging {

    @Override
    public String kind() {
        return "doubted-bill";
    }

    @Override
    public Owned make(BeanFactory house) {
        var office = OfficeId.of("kanim-ragu-" + Long.toString(System.nanoTime(), 36));
        var bills = new SomeBills(house);
        var bill = bills.disputed(bills.open());
        new SomeBooks(house).place(bill.id(), office);
        return new Owned(SignedInPeople.officer(house.getBean(AccountDesk.class), office, Role.TREASURER), bill.id());
    }
}
