package titian.snap;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import titian.People;
import titian.outside.World;
import titian.payment.Bill;
import titian.payment.BillState;
import titian.payment.OtherWay;
import titian.payment.OtherWay.Payable;
import titian.payment.PaymentDesk;
import titian.payment.Way;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.PassportType;
import titian.tariff.TariffDesk;

/** People who owe for a passport and may pay through the bank, and what is written down of that. */
final class Payer {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PaymentDesk desk;
    private final TariffDesk tariffs;
    private final Offers offers;
    private final List<OtherWay> ways;
    private final JdbcClient db;
    private final World world;

    Payer(BeanFactory house) {
        desk = house.getBean(PaymentDesk.class);
        tariffs = house.getBean(TariffDesk.class);
        offers = house.getBean(Offers.class);
        ways = house.getBeanProvider(OtherWay.class).stream().toList();
        db = house.getBean(JdbcClient.class);
        world = house.getBean(World.class);
    }

    /** Someone new owes for a passport, within two hours, and the biller's code has come. */
    Bill bill() {
        var someone = People.someone();
        var quote = tariffs.quote(PassportType.ELECTRONIC, 5, LocalDate.parse("2026-12-08"))
                .orElseThrow();
        var payBy = now().plus(Duration.ofHours(2));
        var bill = desk.open(ApplicationId.next(), AccountId.next(), quote, someone.name(), someone.nik(), payBy);
        return until(bill, BillState.OPEN);
    }

    /** The same, and the bank offers it both ways. */
    Bill offered() {
        var bill = bill();
        await().atMost(PATIENCE)
                .until(() -> offers.of(bill.id()).size() == 2
                        && offers.of(bill.id()).stream().allMatch(offer -> offer.state() == Offer.State.OPEN));
        return bill;
    }

    String account(Bill bill) {
        return payable(bill, Way.VIRTUAL_ACCOUNT) instanceof Payable.VirtualAccount account ? account.number() : "";
    }

    String qris(Bill bill) {
        return payable(bill, Way.QRIS) instanceof Payable.Qris qris ? qris.content() : "";
    }

    Payable payable(Bill bill, Way way) {
        return ways.stream()
                .filter(other -> other.way() == way)
                .findFirst()
                .orElseThrow()
                .payable(bill.id())
                .orElseThrow();
    }

    String qrisReference(Bill bill) {
        return offers.find(bill.id(), Way.QRIS).orElseThrow().number();
    }

    Bill until(Bill bill, BillState state) {
        return await().atMost(PATIENCE)
                .until(() -> desk.find(bill.id()).orElseThrow(), found -> found.state() == state);
    }

    BillState state(Bill bill) {
        return desk.find(bill.id()).orElseThrow().state();
    }

    Instant now() {
        return world.clock().instant();
    }

    /** The ways the bill was paid, and whether late. */
    List<String> payments(Bill bill) {
        return texts("SELECT way || CASE WHEN late THEN ' late' ELSE '' END FROM payment.payment WHERE bill = ?", bill);
    }

    List<String> surplus(Bill bill) {
        return texts("SELECT way FROM payment.surplus WHERE bill = ?", bill);
    }

    List<String> notices(Bill bill) {
        return texts("SELECT verdict FROM payment.notice WHERE bill = ? ORDER BY received_at", bill);
    }

    List<String> exchanges(Bill bill) {
        return texts(
                "SELECT path || ' ' || coalesce(outcome, '?') FROM snap.exchange WHERE bill = ? ORDER BY id", bill);
    }

    int timesNoticed(Bill bill) {
        return db.sql("SELECT coalesce(sum(times), 0) FROM payment.notice WHERE bill = ?")
                .param(bill.id().value())
                .query(Integer.class)
                .single();
    }

    private List<String> texts(String sql, Bill bill) {
        return db.sql(sql)
                .param(bill.id().value())
                .query((row, _) -> row.getString(1))
                .list();
    }
}
