package titian.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import titian.booking.RulesModel.Rest;
import titian.booking.RulesModel.Visit;
import titian.office.ReturnDelay;
import titian.shared.AccountId;

/** What a life has left in the tables, beside what the model says. */
final class LifeInTables {

    private final JdbcClient db;
    private final RulesModel model;
    private final ReturnDelay rest;
    private final List<AccountId> accounts;
    private final List<PersonMark> people;

    LifeInTables(JdbcClient db, RulesModel model, ReturnDelay rest, List<AccountId> accounts, List<PersonMark> people) {
        this.db = db;
        this.model = model;
        this.rest = rest;
        this.accounts = accounts;
        this.people = people;
    }

    /** The tables hold what the model says, and the model what the rules promise. */
    void lookAsTheyShould(String as, Instant now) {
        learnWhatRests(as, now);
        assertThat(inTables()).as(as).isEqualTo(inModel());
        assertThat(appointments())
                .as(as)
                .isEqualTo(model.visits.stream()
                        .collect(Collectors.toMap(visit -> visit.id.value(), LifeInTables::written)));
        for (int i = 0; i < model.windows.size(); i++) {
            var window = model.window(i);
            assertThat(window.taken).as(as).isBetween(0, window.capacity);
            assertThat(window.taken)
                    .as("%s: taken are the live, the resting and the used up of window %s", as, i)
                    .isEqualTo((int) (model.live(i) + model.over(i)) + model.resting(i));
        }
        assertThat(model.visits.stream().filter(visit -> visit.state.isLive()).map(visit -> visit.person))
                .as("%s: one live appointment each", as)
                .doesNotHaveDuplicates();
    }

    private record Counted(int taken, int live, int resting) {}

    private Map<UUID, Counted> inModel() {
        return IntStream.range(0, model.windows.size())
                .boxed()
                .collect(Collectors.toMap(
                        i -> model.window(i).id.value(),
                        i -> new Counted(model.window(i).taken, (int) model.live(i), model.resting(i))));
    }

    private Map<UUID, Counted> inTables() {
        var counted = new HashMap<UUID, Counted>();
        db.sql("""
                        SELECT slot.id,
                               slot.taken,
                               (SELECT count(*)
                                  FROM booking.appointment
                                 WHERE appointment.slot = slot.id
                                   AND state IN ('HELD', 'CONFIRMED', 'CHECKED_IN')) AS live,
                               (SELECT coalesce(sum(places), 0)
                                  FROM booking.resting_place
                                 WHERE resting_place.slot = slot.id)                 AS resting
                          FROM booking.slot
                         WHERE slot.id = ANY (:slots)
                        """).param("slots", slots()).query(row -> {
            counted.put(
                    row.getObject("id", UUID.class),
                    new Counted(row.getInt("taken"), row.getInt("live"), row.getInt("resting")));
        });
        return counted;
    }

    private UUID[] slots() {
        return model.windows.stream().map(window -> window.id.value()).toArray(UUID[]::new);
    }

    private static List<Object> written(Visit visit) {
        return List.of(visit.state.name(), visit.moves, visit.claimed, visit.bookedAt);
    }

    private Map<UUID, List<Object>> appointments() {
        var found = new HashMap<UUID, List<Object>>();
        db.sql("""
                        SELECT id, state, moves, claimed, booked_at
                          FROM booking.appointment
                         WHERE account = ANY (:accounts)
                           AND person = ANY (:persons)
                        """)
                .param("accounts", accounts.stream().map(AccountId::value).toArray(UUID[]::new))
                .param("persons", people.stream().map(PersonMark::value).toArray(UUID[]::new))
                .query(row -> {
                    found.put(
                            row.getObject("id", UUID.class),
                            List.of(
                                    row.getString("state"),
                                    row.getInt("moves"),
                                    row.getBoolean("claimed"),
                                    row.getObject("booked_at", OffsetDateTime.class)
                                            .toInstant()));
                });
        return found;
    }

    /** How long a place rests is chance, so it is read; that it does, where and within which bounds is not. */
    private void learnWhatRests(String as, Instant now) {
        var known = model.rests.stream().map(Rest::id).collect(Collectors.toSet());
        db.sql("SELECT id, slot, places, back_at FROM booking.resting_place WHERE slot = ANY (:slots)")
                .param("slots", slots())
                .query(row -> {
                    if (!known.contains(row.getObject("id", UUID.class))) {
                        var backAt =
                                row.getObject("back_at", OffsetDateTime.class).toInstant();
                        assertThat(backAt).as(as).isBetween(now.plus(rest.least()), now.plus(rest.most()));
                        model.rests.add(new Rest(
                                row.getObject("id", UUID.class),
                                windowOf(row.getObject("slot", UUID.class)),
                                row.getInt("places"),
                                backAt));
                    }
                });
    }

    private int windowOf(UUID slot) {
        return IntStream.range(0, model.windows.size())
                .filter(i -> model.window(i).id.value().equals(slot))
                .findFirst()
                .orElseThrow();
    }
}
