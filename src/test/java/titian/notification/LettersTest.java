package titian.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;
import titian.Inbox;
import titian.People;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.account.CodeAsked;
import titian.account.Registration;
import titian.outside.World;
import titian.platform.Tasks;
import titian.seal.Seals;
import titian.shared.AccountId;

/** For every piece of news there is one letter, and none for news that was not. */
@TitianTest
class LettersTest {

    @Autowired
    AccountDesk accounts;

    @Autowired
    JdbcClient db;

    @Autowired
    Seals seals;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Tasks tasks;

    @Autowired
    World world;

    final People.Someone someone = People.someone();
    Inbox inbox;

    @BeforeEach
    void open() {
        inbox = new Inbox(world);
    }

    @Test
    void theCodeReachesWhoeverRegistered() {
        var code = accounts.register(SignedInPeople.registration(someone), SignedInPeople.network());
        var digits = accounts.code(code).orElseThrow().digits();

        var letter = inbox.newest(someone.email(), 1);

        assertThat(letter.subject())
                .isEqualTo("Kode untuk akun Layanan Paspor Anda")
                .doesNotContain(digits);
        assertThat(letter.text())
                .contains(digits, "WIB", "/daftar/kode", "Hormat kami")
                .doesNotContain("<");
        assertThat(letter.html()).contains(digits, "/daftar/kode", "lang=\"id\"");
        assertThat(letter.attachments()).isEmpty();
    }

    @Test
    void aStrangersAddressIsNotSentANameSomeoneElseMadeUp() {
        accounts.register(SignedInPeople.registration(someone), SignedInPeople.network());

        var letter = inbox.newest(someone.email(), 1);

        assertThat(letter.text() + letter.html()).doesNotContain(someone.name());
    }

    @Test
    void theLetterSpeaksTheLanguageOfItsReader() {
        var indonesian = SignedInPeople.registration(someone);
        accounts.register(
                new Registration(
                        indonesian.once(),
                        indonesian.person(),
                        indonesian.email(),
                        indonesian.phone(),
                        indonesian.carrier(),
                        indonesian.password(),
                        Locale.ENGLISH,
                        indonesian.consent()),
                SignedInPeople.network());

        var letter = inbox.newest(someone.email(), 1);

        assertThat(letter.subject()).isEqualTo("Code for your Passport Service account");
        assertThat(letter.text()).contains("Yours sincerely").doesNotContain("Hormat kami");
        assertThat(letter.html()).contains("lang=\"en\"");
    }

    @Test
    void whoeverRegistersAnAddressWithAnAccountIsToldByLetterOnly() {
        SignedInPeople.applicant(accounts, someone);
        inbox.newest(someone.email(), 1);

        accounts.register(SignedInPeople.registration(someone), SignedInPeople.network());

        assertThat(inbox.newest(someone.email(), 2))
                .satisfies(letter -> assertThat(letter.subject()).isEqualTo("Alamat surel ini sudah punya akun"))
                .satisfies(
                        letter -> assertThat(letter.text()).contains("/masuk").doesNotContainPattern("\\d{6}"));
    }

    @Test
    void whatWasTakenBackLeavesNoLetter() {
        var account = AccountId.next();
        var code = UUID.randomUUID();

        transactions.executeWithoutResult(transaction -> {
            events.publishEvent(new CodeAsked(account, code));
            assertThat(letters(code)).isOne();
            transaction.setRollbackOnly();
        });

        assertThat(letters(code)).isZero();
    }

    @Test
    void newsOutsideATransactionIsRefused() {
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> events.publishEvent(new CodeAsked(AccountId.next(), UUID.randomUUID())));
    }

    @Test
    void theLetterAndItsTaskNameNobody() {
        accounts.register(SignedInPeople.registration(someone), SignedInPeople.network());

        var written = db.sql("""
                        SELECT coalesce(string_agg(convert_from(task_data, 'UTF8'), ' '), '')
                          FROM platform.scheduled_task
                         WHERE task_name = 'letter'
                        """).query(String.class).single();

        assertThat(written).doesNotContain(someone.email()).doesNotContain(someone.name());
    }

    @Test
    void whileThePostIsShutTheLetterWaitsAndThenGoesOnce() {
        inbox.fault("putus");
        try {
            accounts.register(SignedInPeople.registration(someone), SignedInPeople.network());
            await().atMost(Duration.ofSeconds(20)).until(() -> failures() > 0);
        } finally {
            inbox.fault("normal");
        }

        inbox.newest(someone.email(), 1);
        await().atMost(Duration.ofSeconds(20)).until(() -> unsent() == 0);
        assertThat(inbox.of(someone.email())).hasSize(1);
    }

    @Test
    void aLetterThePostHasTakenIsNotSentAgain() {
        var code = accounts.register(SignedInPeople.registration(someone), SignedInPeople.network());
        inbox.newest(someone.email(), 1);
        await().atMost(Duration.ofSeconds(20)).until(() -> unsent() == 0);
        var letter = db.sql("SELECT id FROM notification.letter WHERE subject = :code")
                .param("code", code)
                .query(UUID.class)
                .single();

        transactions.executeWithoutResult(_ -> tasks.soon(Sending.LETTER, letter + "-again", new Sending.Due(letter)));

        await().atMost(Duration.ofSeconds(20)).until(() -> waiting(letter + "-again") == 0);
        assertThat(inbox.of(someone.email())).hasSize(1);
    }

    @Test
    void aCodeThatIsOverWhenThePostOpensMakesNoLetter() {
        inbox.fault("putus");
        try {
            accounts.register(SignedInPeople.registration(someone), SignedInPeople.network());
            await().atMost(Duration.ofSeconds(20)).until(() -> failures() > 0);
            world.clock().moveBy(Duration.ofMinutes(15));
        } finally {
            inbox.fault("normal");
        }

        await().atMost(Duration.ofSeconds(20)).until(() -> waiting("%") == 0);
        assertThat(inbox.of(someone.email())).isEmpty();
    }

    private int letters(UUID subject) {
        return count("SELECT count(*) FROM notification.letter WHERE subject::text = :about", subject.toString());
    }

    private int failures() {
        return count("""
                SELECT count(*) FROM platform.scheduled_task
                 WHERE task_name = 'letter' AND consecutive_failures > 0 AND task_instance LIKE :about
                """, "%");
    }

    private int waiting(String task) {
        return count("""
                SELECT count(*) FROM platform.scheduled_task
                 WHERE task_name = 'letter' AND task_instance LIKE :about
                """, task);
    }

    private int unsent() {
        return count("""
                SELECT count(*) FROM notification.letter l
                  JOIN account.code c ON c.id = l.subject
                  JOIN account.account a ON a.id = c.account
                 WHERE a.email_mark = CAST(:about AS uuid) AND l.sent_at IS NULL
                """, mark(someone).toString());
    }

    private int count(String sql, String about) {
        return db.sql(sql).param("about", about).query(Integer.class).single();
    }

    private UUID mark(People.Someone whom) {
        return seals.mark("email", whom.email());
    }
}
