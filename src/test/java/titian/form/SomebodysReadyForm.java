package titian.form;

import org.springframework.beans.factory.BeanFactory;
import titian.Belonging;
import titian.People;
import titian.SignedInPeople;
import titian.account.AccountDesk;

/** A form that lacks only the office and the time, so that all its pages are open. */
class SomebodysReadyForm implements Belonging {

    @Override
    public String kind() {
        return "ready-form";
    }

    @Override
    public Owned make(BeanFactory house) {
        var who = SignedInPeople.applicant(house.getBean(AccountDesk.class));
        return new Owned(who, new FilledIn(house).ready(who.account(), People.someone()));
    }
}
