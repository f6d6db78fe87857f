package titian.treasury;

import org.springframework.beans.factory.BeanFactory;
import titian.Belonging;
import titian.SignedInPeople;
import titian.account.AccountDesk;
import titian.payment.SomeBills;
import titian.shared.OfficeId;
import titian.shared.Role;

/** A notice of another amount than that of a bill paid before, as the treasurer of its office sees it. */
class SomebodysStrayNotice implements Belonging {

    @Override
    public String kind() {
        return "stray-notice";
    }

    @Override
    public Owned make(BeanFactory house) {
        var office = OfficeId.of("kanim-ragu-" + Long.toString(System.nanoTime(), 36));
        var bills = new SomeBills(house);
        var bill = bills.paid();
        new SomeBooks(house).place(bill.id(), office);
        bills.disputed(bill);
        return new Owned(
                SignedInPeople.officer(house.getBean(AccountDesk.class), office, Role.TREASURER),
                bills.notice(bill.id()));
    }
}
