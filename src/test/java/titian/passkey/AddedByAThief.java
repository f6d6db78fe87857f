package titian.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import titian.Browser;
import titian.SignedInPeople;
import titian.shared.AccountId;

/** A passkey and a link to another provider, added to somebody's account by whoever knew its password. */
public final class AddedByAThief {

    private final MockMvcTester mvc;
    private final JdbcClient db;
    private final AccountId account;
    private final Handset handset;

    public AddedByAThief(Browser at, AccountId account, BeanFactory house) {
        mvc = house.getBean(MockMvcTester.class);
        db = house.getBean(JdbcClient.class);
        this.account = account;
        handset = new Handset(
                PasskeyRules.origin(house.getBean(Environment.class).getRequiredProperty("titian.address", URI.class)));
        var made = handset.make(at.posted("/akun/kunci/pilihan"));
        assertThat(at.post(
                        "/akun/kunci",
                        Map.of("label", "Ponsel lain", "answer", made, "password", SignedInPeople.PASSWORD)))
                .hasRedirectedUrl("/akun/kunci");
        db.sql("""
                        INSERT INTO external.link (provider, holder, account, linked_at)
                        VALUES ('contoh', :holder, :account, now())
                        """)
                .param("holder", UUID.randomUUID())
                .param("account", account.value())
                .update();
        assertThat(enter()).hasRedirectedUrl("/beranda");
    }

    public void openNothing() {
        assertThat(enter()).hasRedirectedUrl("/masuk");
        assertThat(links()).isZero();
    }

    public void stillOpen() {
        assertThat(enter()).hasRedirectedUrl("/beranda");
        assertThat(links()).isOne();
    }

    private MvcTestResult enter() {
        var thief = new Browser(mvc);
        try {
            var answer = handset.use(thief.posted("/masuk/kunci/pilihan"));
            return thief.post("/masuk/kunci", Map.of("answer", answer));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private int links() {
        return db.sql("SELECT count(*) FROM external.link WHERE account = :account")
                .param("account", account.value())
                .query(Integer.class)
                .single();
    }
}
