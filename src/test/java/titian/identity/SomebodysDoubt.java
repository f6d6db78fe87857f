package titian.identity;

import org.springframework.beans.factory.BeanFactory;
import titian.Belonging;
import titian.People;
import titian.SignedInPeople;
import titian.account.AccountDesk;
import titian.form.FilledIn;

/** A number that the registry does not confirm. */
class SomebodysDoubt implements Belonging {

    @Override
    public String kind() {
        return "doubt";
    }

    @Override
    public Owned make(BeanFactory house) {
        var somebody = People.someone();
        var who = SignedInPeople.applicant(house.getBean(AccountDesk.class), somebody);
        var forms = new FilledIn(house);
        var application = forms.ready(who.account(), somebody);
        forms.doubt(application, who.account(), somebody);
        return new Owned(who, application);
    }
}
