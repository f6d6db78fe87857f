package titian.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import titian.Browser;
import titian.Inbox;
import titian.People;
import titian.SignedInPeople;
import titian.Telephones;
import titian.account.AccountDesk;
import titian.outside.World;
import titian.shared.AccountId;

/** Somebody signed in who has an address, and may have a phone. */
abstract class WithAnAccount {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    AccountDesk accounts;

    @Autowired
    ChangeDesk desk;

    @Autowired
    ConfirmDesk confirming;

    @Autowired
    Changes changes;

    @Autowired
    JdbcClient db;

    @Autowired
    World world;

    final People.Someone someone = People.someone();
    final String another = People.someone().email();
    AccountId me;
    Browser browser;
    Inbox inbox;
    Telephones phones;

    @BeforeEach
    void open() {
        me = SignedInPeople.applicant(accounts, someone).account();
        browser = signedIn();
        inbox = new Inbox(world);
        phones = new Telephones(world);
    }

    Browser signedIn() {
        var opened = new Browser(mvc);
        opened.signIn(someone.email(), SignedInPeople.PASSWORD);
        return opened;
    }

    MvcTestResult askEmail(String email, String password) {
        return browser.post("/akun/kontak/surel", Map.of("email", email, "password", password));
    }

    MvcTestResult confirm(String fresh, String old) {
        return browser.post("/akun/kontak/kode", Map.of("newDigits", fresh, "oldDigits", old));
    }

    MvcTestResult letWait(String fresh) {
        return browser.post("/akun/kontak/kode", Map.of("newDigits", fresh, "cara", "tunggu"));
    }

    int audited(String what) {
        return db.sql("SELECT count(*) FROM audit.entry WHERE act = :what AND subject = :account")
                .param("what", what)
                .param("account", me.toString())
                .query(Integer.class)
                .single();
    }

    static String digits(String text) {
        return text.replaceAll("(?s).*?(?<!\\d)(\\d{6})(?!\\d).*", "$1");
    }

    static String other(String digits) {
        return "%06d".formatted((Integer.parseInt(digits) + 1) % 1_000_000);
    }

    static String path(String text) {
        var link = Pattern.compile("/kontak/hentikan/\\S+").matcher(text);
        assertThat(link.find()).isTrue();
        return link.group();
    }
}
