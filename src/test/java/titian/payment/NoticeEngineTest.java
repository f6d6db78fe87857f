package titian.payment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import titian.Neighbours;
import titian.TitianTest;
import titian.outside.World;
import titian.payment.NoticeDesk.Reception;

/** Many notices are kept together, and none is hurt by which it is kept with. */
@TitianTest
class NoticeEngineTest {

    private static final Executor EACH_ITS_OWN = task -> Thread.ofVirtual().start(task);

    @Autowired
    PaymentDesk desk;

    @Autowired
    NoticeDesk notices;

    @Autowired
    NoticeEngine engine;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient db;

    @Autowired
    World world;

    Till till;

    @BeforeEach
    void theBillerIsWell(@LocalServerPort int port) {
        new Neighbours(world).recover();
        till = new Till(desk, world.clock(), port);
    }

    @Test
    void ofManyTogetherEachIsKeptOnceAndHasAnOutcomeOfItsOwn() {
        var paid = till.openBill();
        var disputed = till.openBill();
        var right = notice(paid, 650_000);
        var sameAgain = new Notice(
                UUID.randomUUID(),
                right.way(),
                right.reference(),
                right.number(),
                right.bankTransactionNumber(),
                right.stateReceiptNumber(),
                right.total());
        var wrong = notice(disputed, 649_999);
        var rightAfterWrong = notice(disputed, 650_000);
        var nobodys = read(Till.notice("SOMEBODY-ELSE", "999999999999999", 350_000));

        assertThat(notices.receive(List.of(right, wrong, nobodys, sameAgain, rightAfterWrong)))
                .containsExactly(
                        Reception.KEPT, Reception.WRONG_AMOUNT, Reception.UNMATCHED, Reception.KEPT, Reception.KEPT);
        assertThat(notices.receive(List.of(sameAgain))).containsExactly(Reception.KEPT);

        assertThat(kept(paid)).containsExactly(3);
        assertThat(kept(disputed)).containsExactly(1, 1);
        assertThat(doubt(disputed)).as("the stronger doubt stays").isEqualTo("WRONG_AMOUNT");
        assertThat(doubt(paid)).isIn("NOTICED", null);
    }

    /** One who pays is told at once; when hundreds do, the biller is asked a little later, and nothing is forgotten. */
    @Test
    void inAStormKeepingComesFirst() {
        var many = IntStream.range(0, 20)
                .mapToObj(_ -> notice(till.openBill(), 650_000))
                .toList();

        notices.receive(many);

        assertThat(db.sql("""
                                SELECT execution_time > now() + interval '2 seconds'
                                  FROM platform.scheduled_task
                                 WHERE task_name = 'check-notices' AND task_instance IN (:first, :seventeenth)
                                """)
                        .param("first", many.getFirst().id().toString())
                        .param("seventeenth", many.get(16).id().toString())
                        .query(Boolean.class)
                        .list())
                .containsExactly(true, true);
    }

    @Test
    void aPoisonousNoticeFailsAloneAndItsNeighboursAreKept() throws Exception {
        var first = till.openBill();
        var neighbours = new ArrayList<Bill>();
        for (int i = 0; i < 7; i++) {
            neighbours.add(till.openBill());
        }
        var poison = new Notice(UUID.randomUUID(), Way.BILLING_CODE, "no text holds \u0000", "1", "1", "1", 1);

        var asked = new ArrayList<CompletableFuture<Reception>>();
        CompletableFuture<Reception> poisoned;
        try (var _ = hold(first)) {
            asked.add(receive(notice(first, 650_000)));
            neighbours.subList(0, 4).forEach(bill -> asked.add(receive(notice(bill, 650_000))));
            poisoned = receive(poison);
            neighbours.subList(4, 7).forEach(bill -> asked.add(receive(notice(bill, 650_000))));
        }

        assertThatThrownBy(poisoned::join)
                .isInstanceOf(CompletionException.class)
                .hasRootCauseInstanceOf(SQLException.class);
        assertThat(asked).allSatisfy(one -> assertThat(one.join()).isEqualTo(Reception.KEPT));
        assertThat(neighbours).allSatisfy(bill -> assertThat(kept(bill)).containsExactly(1));
    }

    @Test
    void aBillThatSomebodyHoldsOnToDoesNotKeepTheOthersWaiting() throws Exception {
        var held = till.openBill();
        var free = till.openBill();
        var notice = notice(held, 650_000);

        try (var _ = hold(held)) {
            var wantsIt = receive(notice);
            var other = receive(notice(free, 650_000));

            assertThat(other.join()).isEqualTo(Reception.KEPT);
            assertThatThrownBy(wantsIt::join).hasCauseInstanceOf(NoticeEngine.Busy.class);
        }

        assertThat(kept(held)).isEmpty();
        assertThat(engine.decide(notice)).as("let go").isEqualTo(Reception.KEPT);
    }

    @Test
    void whoComesWhileNoneCanBeKeptIsToldWhenToComeAgain() {
        var bill = till.openBill();
        var notice = Till.notice(bill, 650_000);
        engine.stop();
        try {
            var answer = till.sendSigned(notice);

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
                    .isBetween(1L, 30L);
            assertThat(kept(bill)).isEmpty();
        } finally {
            engine.start();
        }
        assertThat(till.sendSigned(notice).statusCode()).isEqualTo(200);
        assertThat(kept(bill)).containsExactly(1);
    }

    private CompletableFuture<Reception> receive(Notice notice) {
        return CompletableFuture.supplyAsync(() -> engine.decide(notice), EACH_ITS_OWN);
    }

    private Connection hold(Bill bill) throws SQLException {
        var connection = database.getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.prepareStatement("SELECT FROM payment.bill WHERE id = ? FOR UPDATE")) {
            statement.setObject(1, bill.id().value());
            statement.executeQuery();
        }
        return connection;
    }

    private static Notice notice(Bill bill, long total) {
        return read(Till.notice(bill, total));
    }

    private static Notice read(String notice) {
        return Notice.read(notice.getBytes(UTF_8)).orElseThrow();
    }

    /** How often each notice about the bill came. */
    private List<Integer> kept(Bill bill) {
        return db.sql("SELECT times FROM payment.notice WHERE bill = ?")
                .param(bill.id().value())
                .query((row, _) -> row.getInt("times"))
                .list();
    }

    private String doubt(Bill bill) {
        return db.sql("SELECT doubt FROM payment.bill WHERE id = ?")
                .param(bill.id().value())
                .query(String.class)
                .single();
    }
}
