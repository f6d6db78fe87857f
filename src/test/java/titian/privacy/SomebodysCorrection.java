package titian.privacy;

import org.springframework.beans.factory.BeanFactory;
import titian.Belonging;
import titian.SignedInPeople;
import titian.account.AccountDesk;
import titian.privacy.Correction.About;

/** What somebody asks to have put right. */
class SomebodysCorrection implements Belonging {

    @Override
    public String kind() {
        return "correction";
    }

    @Override
    public Owned make(BeanFactory house) {
        var who = SignedInPeople.applicant(house.getBean(AccountDesk.class));
        var desk = house.getBean(CorrectionDesk.class);
        desk.ask(who.account(), About.OTHER, "alamat surat");
        return new Owned(who, desk.of(who.account()).getFirst().id());
    }
}
