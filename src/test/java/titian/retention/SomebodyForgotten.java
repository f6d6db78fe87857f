package titian.retention;

import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import titian.People;
import titian.SignedInPeople;
import titian.account.AccountDesk;
import titian.application.ApplicationDesk;
import titian.application.DraftDesk;
import titian.form.FilledIn;
import titian.platform.ForgetsPeople;
import titian.shared.AccountId;
import titian.shared.OfficeId;

/** Somebody with an account who wishes to be forgotten, and what of them could be left. */
abstract class SomebodyForgotten {

    static final OfficeId OFFICE = OfficeId.of("kanim-jakarta-selatan");
    static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    ErasureDesk desk;

    @Autowired
    List<ForgetsPeople> modules;

    @Autowired
    AccountDesk accounts;

    @Autowired
    DraftDesk applications;

    @Autowired
    ApplicationDesk life;

    @Autowired
    JdbcClient db;

    @Autowired
    BeanFactory house;

    @Autowired
    Clock clock;

    final People.Someone someone = People.someone();
    AccountId me;
    FilledIn forms;

    @BeforeEach
    void register() {
        me = SignedInPeople.applicant(accounts, someone).account();
        forms = new FilledIn(house);
    }

    UUID hold() {
        return desk.ordered().stream()
                .filter(hold -> hold.order().account().equals(me))
                .findFirst()
                .orElseThrow()
                .id();
    }

    void forget() {
        desk.ask(me);
        pass();
        desk.takeDue();
        await().atMost(PATIENCE).until(() -> desk.underWay(me).isEmpty());
    }

    /** A week goes by, for this wish. */
    void pass() {
        db.sql("""
                        UPDATE retention.erasure
                           SET asked_at = asked_at - interval '8 days', due_at = due_at - interval '8 days'
                         WHERE account = :me
                        """).param("me", me.value()).update();
    }
}
