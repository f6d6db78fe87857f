package titian.booking;

import static java.time.ZoneOffset.UTC;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import titian.booking.Ask.Seat;
import titian.booking.Outcome.Denied;
import titian.booking.Outcome.Granted;
import titian.booking.Outcome.GrantedBefore;
import titian.booking.Outcome.Reason;

/**
 * Decides many requests by one statement, which also carries them out: all of it, or by an error nothing. No two of them
 * may share a mark ({@link Ask#marks}).
 */
final class Decision {

    /** The places in the statement that say when this is. */
    private static final int MOMENTS = 4;

    /** Keys that another node used while this one waited for the window: what was looked at before does not know them. */
    private static final String USED_MEANWHILE = """
            SELECT appointment.key, appointment.party, appointment.request AS digest
              FROM booking.appointment
             WHERE appointment.key = ANY (?::uuid[])
               AND appointment.key IS NOT NULL
               AND appointment.state IN ('HELD', 'CONFIRMED', 'CHECKED_IN')
            """;

    private final List<Ask> asks;
    private final Instant now;

    Decision(List<Ask> asks, Instant now) {
        this.asks = asks;
        this.now = now;
    }

    /** One outcome for each request, in their order. */
    List<Outcome> by(Connection line) throws SQLException {
        try (var statement = line.prepareStatement(DecisionStatement.TEXT)) {
            var columns = new Columns(statement);
            addRequests(columns);
            addSeats(columns);
            addTheRest(columns);
            try (var rows = statement.executeQuery()) {
                var outcomes = new ArrayList<Outcome>(asks.size());
                while (rows.next()) {
                    outcomes.add(outcome(asks.get(outcomes.size()), rows));
                }
                recall(line, outcomes);
                return outcomes;
            }
        }
    }

    /** Whoever is told that the window is full may have the place already: by the same request, sent to another node. */
    private void recall(Connection line, List<Outcome> outcomes) throws SQLException {
        var full = new HashMap<UUID, Integer>();
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof Denied(var reason, var _, var _)
                    && reason == Reason.FULL
                    && !asks.get(i).moving()) {
                full.put(asks.get(i).key(), i);
            }
        }
        if (full.isEmpty()) {
            return;
        }
        try (var statement = line.prepareStatement(USED_MEANWHILE)) {
            new Columns(statement).identifiers(full.keySet(), key -> key);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    int number = Objects.requireNonNull(full.get(rows.getObject("key", UUID.class)));
                    var same = rows.getObject("digest", UUID.class)
                            .equals(asks.get(number).digest());
                    outcomes.set(
                            number,
                            same
                                    ? new GrantedBefore(rows.getObject("party", UUID.class))
                                    : new Denied(Reason.KEY_REUSED, null, null));
                }
            }
        }
    }

    private void addRequests(Columns columns) throws SQLException {
        columns.identifiers(asks, Ask::key);
        columns.identifiers(asks, Ask::digest);
        columns.identifiers(asks, ask -> ask.account().value());
        addScope(columns, scope -> scope.office().value());
        addScope(columns, scope -> scope.lane().name());
        addScope(columns, scope -> scope.channel().name());
        columns.moments(asks, ask -> now.plus(ask.terms().minimumNotice()));
        columns.moments(asks, this::since);
        columns.moments(asks, ask -> ask.terms().heldUntil());
        columns.identifiers(asks, Decision::kept);
        columns.flags(asks, ask -> ask.terms().onlyKept());
        columns.flags(asks, Ask::moving);
        columns.moments(asks, Ask::backAt);
    }

    private void addScope(Columns columns, Function<Terms.Scope, String> part) throws SQLException {
        columns.texts(asks, ask -> {
            var within = ask.terms().within();
            return within == null ? null : part.apply(within);
        });
    }

    private void addSeats(Columns columns) throws SQLException {
        var numbers = new ArrayList<Integer>();
        var parties = new ArrayList<UUID>();
        var seats = new ArrayList<Seat>();
        for (int i = 0; i < asks.size(); i++) {
            for (var seat : asks.get(i).seats()) {
                numbers.add(i + 1);
                parties.add(asks.get(i).party().value());
                seats.add(seat);
            }
        }
        columns.numbers(numbers, number -> number);
        columns.identifiers(seats, seat -> seat.id().value());
        columns.identifiers(parties, party -> party);
        columns.identifiers(seats, seat -> seat.slot().value());
        columns.identifiers(seats, seat -> seat.application().value());
        columns.identifiers(seats, seat -> seat.person().value());
        columns.texts(seats, seat -> seat.code().value());
        columns.numbers(seats, Seat::moves);
    }

    private void addTheRest(Columns columns) throws SQLException {
        columns.days(months(), month -> month.atDay(1));
        var slots = new HashSet<UUID>();
        asks.forEach(ask -> ask.seats().forEach(seat -> slots.add(seat.slot().value())));
        columns.identifiers(slots, slot -> slot);
        columns.identifiers(
                asks.stream().map(Decision::kept).filter(Objects::nonNull).toList(), kept -> kept);
        for (int i = 0; i < MOMENTS; i++) {
            columns.moment(now);
        }
    }

    private static @Nullable UUID kept(Ask ask) {
        return ask.terms().kept() == null ? null : ask.terms().kept().value();
    }

    private Instant since(Ask ask) {
        return now.minus(Duration.ofDays(ask.terms().daysBetween()));
    }

    /** The months in which a booking may lie that is too recent for one of the requests; most often none or two. */
    private List<YearMonth> months() {
        var longest =
                asks.stream().mapToInt(ask -> ask.terms().daysBetween()).max().orElse(0);
        if (longest == 0) {
            return List.of();
        }
        var last = YearMonth.from(now.atOffset(UTC));
        return Stream.iterate(
                        YearMonth.from(now.minus(Duration.ofDays(longest)).atOffset(UTC)),
                        month -> !month.isAfter(last),
                        month -> month.plusMonths(1))
                .toList();
    }

    private static Outcome outcome(Ask ask, ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        return switch (outcome) {
            case "GRANTED" -> new Granted(ask);
            case "KNOWN" -> new GrantedBefore(row.getObject("known", UUID.class));
            default -> {
                var reason = Reason.valueOf(outcome);
                yield new Denied(reason, row.getObject("live", UUID.class), at(reason, ask, row));
            }
        };
    }

    /** When a window opens, or from when on the person may book again. */
    private static @Nullable Instant at(Reason reason, Ask ask, ResultSet row) throws SQLException {
        return switch (reason) {
            case NOT_OPEN_YET -> row.getObject("opens_at", OffsetDateTime.class).toInstant();
            case TOO_SOON ->
                row.getObject("booked_at", OffsetDateTime.class)
                        .toInstant()
                        .plus(Duration.ofDays(ask.terms().daysBetween()));
            case KEY_REUSED, NO_SUCH_WINDOW, TOO_LATE, ALREADY_BOOKED, OFFER_GONE, MOVED_MEANWHILE, FULL -> null;
        };
    }
}
