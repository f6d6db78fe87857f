package titian.outside;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Everything the bank collects for others, and what became of it. */
final class Demands implements AutoCloseable {

    /** What came of trying to pay. */
    enum Outcome {
        PAID,
        UNKNOWN,
        EXPIRED,
        PAID_BEFORE
    }

    private final Map<String, Demand> byNumber = new LinkedHashMap<>();
    private final Clock clock;
    private final Journal journal;

    Demands(Path data, Clock clock) {
        this.clock = clock;
        journal = Journal.open(data.resolve("bank.jsonl"), this::remember);
    }

    /** Adds a demand; false if its number is taken. */
    synchronized boolean add(Demand demand) {
        if (byNumber.containsKey(demand.number())) {
            return false;
        }
        write(demand);
        return true;
    }

    synchronized Optional<Demand> find(String number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    synchronized Optional<Demand> withContent(String content) {
        return byNumber.values().stream()
                .filter(demand ->
                        demand.kind() == Demand.Kind.QRIS && demand.content().equals(content))
                .findFirst();
    }

    /** Pays once, and only in time. */
    synchronized Outcome pay(String number, boolean noticeFollows) {
        var demand = byNumber.get(number);
        if (demand == null || demand.deleted()) {
            return Outcome.UNKNOWN;
        }
        if (demand.payment() != null) {
            return Outcome.PAID_BEFORE;
        }
        if (!clock.instant().isBefore(demand.until())) {
            return Outcome.EXPIRED;
        }
        write(demand.paid(new Demand.Payment(
                Chance.digits(18), Chance.reference(), Chance.capitalsAndDigits(16), clock.instant(), noticeFollows)));
        return Outcome.PAID;
    }

    /** Nobody can pay this any more; false if somebody has. */
    synchronized boolean delete(Demand demand) {
        var now = byNumber.getOrDefault(demand.number(), demand);
        if (now.payment() != null) {
            return false;
        }
        write(now.gone());
        return true;
    }

    synchronized List<Demand> toBeTold() {
        return byNumber.values().stream()
                .filter(demand -> demand.payment() != null && demand.received().noticeFollows())
                .toList();
    }

    @Override
    public void close() {
        journal.close();
    }

    private void write(Demand demand) {
        journal.write(Json.MAPPER.valueToTree(demand));
        byNumber.put(demand.number(), demand);
    }

    private void remember(JsonNode fact) {
        var demand = Json.MAPPER.treeToValue(fact, Demand.class);
        byNumber.put(demand.number(), demand);
    }
}
