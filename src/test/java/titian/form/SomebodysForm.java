package titian.form;

import java.util.Locale;
import org.springframework.beans.factory.BeanFactory;
import titian.Belonging;
import titian.SignedInPeople;
import titian.account.AccountDesk;

/** A form that was begun. */
class SomebodysForm implements Belonging {

    @Override
    public String kind() {
        return "form";
    }

    @Override
    public Owned make(BeanFactory house) {
        var who = SignedInPeople.applicant(house.getBean(AccountDesk.class));
        return new Owned(who, house.getBean(FormDesk.class).begin(who.account(), Locale.of("id")));
    }
}
