package titian.officer;

import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import titian.Belonging;
import titian.Browser;
import titian.People;
import titian.SignedInPeople;
import titian.account.AccountDesk;
import titian.shared.Role;
import titian.shared.SignedIn;

/** A device an officer is signed in on. */
class SomebodysSeat implements Belonging {

    @Override
    public String kind() {
        return "session-of-an-officer";
    }

    @Override
    public Owned make(BeanFactory house) {
        var someone = People.officer();
        var roles = Set.of(Role.DOOR_OFFICER);
        var account = house.getBean(AccountDesk.class)
                .appoint(someone.email(), someone.name(), SignedInPeople.PASSWORD, SomebodysOfficer.OFFICE, roles);
        var officer = new SignedIn(account, someone.name(), roles, SomebodysOfficer.OFFICE);
        var mvc = house.getBean(MockMvcTester.class);
        new Browser(mvc).signIn(someone.email(), SignedInPeople.PASSWORD);
        var page = Browser.text(mvc.get()
                .uri("/petugas/saya/sesi")
                .with(SignedInPeople.as(officer))
                .exchange());
        var seat = Pattern.compile("/petugas/saya/sesi/([0-9a-f]+)/akhiri").matcher(page);
        if (!seat.find()) {
            throw new IllegalStateException("no other device on the page");
        }
        return new Owned(officer, seat.group(1));
    }
}
