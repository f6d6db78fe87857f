package titian.outside;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** All billing codes ever given out, and what became of them. */
final class Bills implements AutoCloseable {

    /** What came of trying to pay a code. */
    sealed interface Outcome {
        record Paid(Bill bill, Bill.Payment payment) implements Outcome {}

        record Unknown() implements Outcome {}

        record Expired(Bill bill) implements Outcome {}

        record AlreadyPaid(Bill bill, Bill.Payment payment) implements Outcome {}
    }

    private final Map<String, Bill> byCode = new LinkedHashMap<>();
    private final Map<String, String> codeByTrx = new LinkedHashMap<>();
    private final Clock clock;
    private final Journal journal;

    Bills(Path data, Clock clock) {
        this.clock = clock;
        journal = Journal.open(data.resolve("simponi.jsonl"), this::remember);
    }

    /** The order's code: a new one, or the one this transaction already has. */
    synchronized Bill issue(Bill.Order order) {
        var had = codeByTrx.get(order.trxId());
        if (had != null) {
            return find(had).orElseThrow();
        }
        var bill = new Bill(Chance.reference(), newCode(), order, clock.instant(), null);
        write(bill);
        return bill;
    }

    /** Pays a code once, and only while it is valid. */
    synchronized Outcome pay(String code, boolean noticeFollows) {
        var bill = byCode.get(code);
        if (bill == null) {
            return new Outcome.Unknown();
        }
        var before = bill.payment();
        if (before != null) {
            return new Outcome.AlreadyPaid(bill, before);
        }
        var now = clock.instant();
        if (bill.expiredAt(now)) {
            return new Outcome.Expired(bill);
        }
        var payment = new Bill.Payment(Chance.reference(), Chance.capitalsAndDigits(16), now, noticeFollows);
        var paid = bill.paid(payment);
        write(paid);
        return new Outcome.Paid(paid, payment);
    }

    synchronized Optional<Bill> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The newest first. */
    synchronized List<Bill> newest(int atMost) {
        return new ArrayList<>(byCode.values())
                .reversed().stream().limit(atMost).toList();
    }

    /** Everything paid whose payer's agency is to be told, in the order of issue. */
    synchronized List<Bill> toBeTold() {
        return byCode.values().stream()
                .filter(bill -> bill.payment() != null && bill.payment().noticeFollows())
                .toList();
    }

    @Override
    public void close() {
        journal.close();
    }

    private String newCode() {
        var day = DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.ofInstant(clock.instant(), Words.WIB));
        var code = "8" + day + Chance.digits(6);
        return byCode.containsKey(code) ? newCode() : code;
    }

    private void write(Bill bill) {
        journal.write(Json.MAPPER.valueToTree(bill));
        keep(bill);
    }

    private void remember(JsonNode fact) {
        keep(Json.MAPPER.treeToValue(fact, Bill.class));
    }

    private void keep(Bill bill) {
        byCode.put(bill.code(), bill);
        codeByTrx.put(bill.order().trxId(), bill.code());
    }
}
