package titian.passkey;

import java.net.URI;
import java.util.Map;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import titian.Belonging;
import titian.Browser;
import titian.People;
import titian.SignedInPeople;
import titian.account.AccountDesk;

/** A passkey of an account. */
class SomebodysPasskey implements Belonging {

    @Override
    public String kind() {
        return "passkey";
    }

    @Override
    public Owned make(BeanFactory house) {
        var someone = People.someone();
        var who = SignedInPeople.applicant(house.getBean(AccountDesk.class), someone);
        var browser = new Browser(house.getBean(MockMvcTester.class));
        browser.signIn(someone.email(), SignedInPeople.PASSWORD);
        var address = house.getBean(Environment.class).getRequiredProperty("titian.address", URI.class);
        var handset = new Handset(PasskeyRules.origin(address));
        var made = handset.make(browser.posted("/akun/kunci/pilihan"));
        browser.post("/akun/kunci", Map.of("label", "Ponsel", "answer", made, "password", SignedInPeople.PASSWORD));
        return new Owned(who, handset.key());
    }
}
