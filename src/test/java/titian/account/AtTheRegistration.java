package titian.account;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import titian.Browser;
import titian.People;
import titian.outside.World;
import titian.seal.Seals;

/** Somebody nobody has met before, at the form by which one registers. */
abstract class AtTheRegistration {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    AccountDesk desk;

    @Autowired
    Accounts accounts;

    @Autowired
    Codes codes;

    @Autowired
    JdbcClient db;

    @Autowired
    Seals seals;

    @Autowired
    World world;

    final People.Someone someone = People.someone();
    Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(mvc);
    }

    String digits() {
        return desk.code(code()).orElseThrow().digits();
    }

    UUID code() {
        return db.sql("""
                        SELECT c.id FROM account.code c JOIN account.account a ON a.id = c.account
                         WHERE a.email_mark = :email AND c.replaced_at IS NULL
                        """).param("email", mark(someone)).query(UUID.class).single();
    }

    int accounts() {
        return db.sql("SELECT count(*) FROM account.account WHERE email_mark = :email")
                .param("email", mark(someone))
                .query(Integer.class)
                .single();
    }

    int codes() {
        return db.sql("""
                        SELECT count(*) FROM account.code c JOIN account.account a ON a.id = c.account
                         WHERE a.email_mark = :email
                        """).param("email", mark(someone)).query(Integer.class).single();
    }

    UUID mark(People.Someone whom) {
        return seals.mark("email", whom.email());
    }
}
