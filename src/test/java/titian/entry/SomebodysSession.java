package titian.entry;

import java.util.regex.Pattern;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import titian.Belonging;
import titian.Browser;
import titian.People;
import titian.SignedInPeople;
import titian.account.AccountDesk;

/** A device somebody is signed in on. */
class SomebodysSession implements Belonging {

    @Override
    public String kind() {
        return "session";
    }

    @Override
    public Owned make(BeanFactory house) {
        var someone = People.someone();
        var who = SignedInPeople.applicant(house.getBean(AccountDesk.class), someone);
        signedIn(house, someone);
        var page = Browser.text(signedIn(house, someone).get("/akun"));
        var seat = Pattern.compile("/akun/perangkat/([0-9a-f]+)/keluar").matcher(page);
        if (!seat.find()) {
            throw new IllegalStateException("no other device on the page");
        }
        return new Owned(who, seat.group(1));
    }

    private static Browser signedIn(BeanFactory house, People.Someone someone) {
        var browser = new Browser(house.getBean(MockMvcTester.class));
        browser.signIn(someone.email(), SignedInPeople.PASSWORD);
        return browser;
    }
}
