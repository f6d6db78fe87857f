package titian.payment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** Bills of people nobody has met before, open or paid, for tests of what comes after. */
public final class SomeBills {

    private final PaymentDesk desk;
    private final Ledger ledger;
    private final CashDesk cash;
    private final FamilyDesk families;
    private final FamilyBills known;
    private final NoticeDesk notices;
    private final Settlements settlements;
    private final JdbcClient db;
    private final Till till;
    private final Clock clock;

    public SomeBills(BeanFactory house) {
        this.desk = house.getBean(PaymentDesk.class);
        this.ledger = house.getBean(Ledger.class);
        this.cash = house.getBean(CashDesk.class);
        this.families = house.getBean(FamilyDesk.class);
        this.notices = house.getBean(NoticeDesk.class);
        this.settlements = house.getBean(Settlements.class);
        this.db = house.getBean(JdbcClient.class);
        this.known = house.getBean(FamilyBills.class);
        this.clock = house.getBean(Clock.class);
        this.till = new Till(desk, clock, 0);
    }

    /** Just written; the code has not come. */
    public Bill requested() {
        return till.bill();
    }

    public Bill open() {
        return till.openBill();
    }

    public Bill open(AccountId account, ApplicationId application) {
        return till.until(till.bill(account, application, clock.instant().plus(Duration.ofHours(2))), BillState.OPEN);
    }

    public Bill paid() {
        return pay(open());
    }

    /** The biller says that it was paid just now. */
    public Bill pay(Bill bill) {
        return pay(bill, clock.instant());
    }

    public Bill pay(Bill bill, Instant paidAt) {
        cash.paid(bill, String.valueOf(bill.billingCode()), receipt(paidAt));
        return desk.find(bill.id()).orElseThrow();
    }

    /** It was paid under this number of the treasury's. */
    public void payUnder(String stateReceiptNumber, Bill bill) {
        cash.paid(bill, String.valueOf(bill.billingCode()), receipt(stateReceiptNumber, clock.instant()));
    }

    private static Receipt receipt(Instant paidAt) {
        return receipt("%016X".formatted(ThreadLocalRandom.current().nextLong()), paidAt);
    }

    private static Receipt receipt(String stateReceiptNumber, Instant paidAt) {
        return new Receipt(
                Way.BILLING_CODE,
                "%012d".formatted(ThreadLocalRandom.current().nextLong(900_000_000_000L, 1_000_000_000_000L)),
                stateReceiptNumber,
                paidAt,
                "999",
                "7014");
    }

    /** What these owe is paid by one code, which the biller says was paid just now. */
    public List<Bill> payTogether(AccountId account, List<Bill> bills) {
        families.gather(account, bills.getFirst().id());
        var family = await().atMost(Duration.ofSeconds(30))
                .until(() -> known.of(bills.getFirst().id()).getFirst(), gathered -> gathered.code() != null);
        var code = String.valueOf(family.code());
        families.paid(family, code, receipt(clock.instant()));
        return bills.stream().map(bill -> desk.find(bill.id()).orElseThrow()).toList();
    }

    /** A signed notice says that it was paid, whether that is so or not. */
    public void noticed(Bill bill) {
        notices.receive(
                List.of(Notice.read(Till.notice(bill, bill.amount().amount()).getBytes(UTF_8))
                        .orElseThrow()));
    }

    /** Whoever owes it says on its page that they paid. */
    public void said(Bill bill, AccountId account) {
        desk.saidPaid(ledger.newest(bill.application(), account).orElseThrow());
    }

    /** A signed notice names another amount. */
    public Bill disputed(Bill bill) {
        notices.receive(
                List.of(Notice.read(Till.notice(bill, 1).getBytes(UTF_8)).orElseThrow()));
        return desk.find(bill.id()).orElseThrow();
    }

    /** A signed notice says that it was paid, and the biller knows of nothing, however often it is asked. */
    public UUID contradicted(Bill bill) {
        noticed(bill);
        var notice = notice(bill.id());
        await().atMost(Duration.ofSeconds(30)).until(() -> settlements.check(notice));
        return notice;
    }

    /** A signed notice names a code that is none of ours. */
    public String unmatched() {
        var code = "%015d".formatted(ThreadLocalRandom.current().nextLong(1_000_000_000_000_000L));
        notices.receive(
                List.of(Notice.read(Till.notice("SOMEBODY-ELSE", code, 350_000).getBytes(UTF_8))
                        .orElseThrow()));
        return code;
    }

    /** The newest notice that names the bill. */
    public UUID notice(BillId bill) {
        return db.sql("SELECT id FROM payment.notice WHERE bill = ? ORDER BY received_at DESC LIMIT 1")
                .param(bill.value())
                .query(UUID.class)
                .single();
    }

    /** The biller says the same once more. */
    public void sayAgain(Bill bill) {
        var payment = Objects.requireNonNull(bill.payment());
        var receipt = new Receipt(
                Way.BILLING_CODE,
                payment.bankTransactionNumber(),
                payment.stateReceiptNumber(),
                payment.at(),
                "999",
                "7014");
        cash.paid(bill, String.valueOf(bill.billingCode()), receipt);
    }
}
