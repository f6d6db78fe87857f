package titian.queue;

import org.springframework.beans.factory.BeanFactory;
import titian.Belonging;
import titian.SignedInPeople;
import titian.account.AccountDesk;
import titian.shared.Role;

/** A number of the day at an office, whose officers print it. */
class SomebodysTicket implements Belonging {

    @Override
    public String kind() {
        return "ticket";
    }

    @Override
    public Owned make(BeanFactory house) {
        var day = new SomeDay(house);
        var officer = SignedInPeople.officer(house.getBean(AccountDesk.class), day.office(), Role.DOOR_OFFICER);
        return new Owned(officer, day.waiting().id());
    }
}
