package titian.privacy;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import titian.account.AccountDesk;
import titian.account.Contact;
import titian.platform.Tasks;
import titian.privacy.Incident.Facts;
import titian.shared.AccountId;
import titian.shared.Act;

/** Where breaches are noted, those they concern are found and told, and the authority's time is kept. */
@Service
public class IncidentDesk {

    /** UU 27/2022 art. 46: three times 24 hours. */
    static final Duration TO_REPORT = Duration.ofHours(72);

    static final TaskDescriptor<Letters> TELL = TaskDescriptor.of("tell-of-breach", Letters.class);

    private static final int AT_A_TIME = 200;

    /** Names an incident to a task. */
    record Letters(UUID incident) {}

    /** What one of those it concerns is told. It prints without saying it. */
    public record Told(AccountId account, String what, String handling, Instant from, Instant until) {

        @Override
        public String toString() {
            return "what is told to account " + account;
        }
    }

    private final Incidents incidents;
    private final Concerned concerned;
    private final AccountDesk accounts;
    private final Tasks tasks;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;
    private final Clock clock;

    IncidentDesk(
            Incidents incidents,
            Concerned concerned,
            AccountDesk accounts,
            Tasks tasks,
            ApplicationEventPublisher events,
            TransactionOperations transactions,
            Clock clock) {
        this.incidents = incidents;
        this.concerned = concerned;
        this.accounts = accounts;
        this.tasks = tasks;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The kinds of record of which it is known whose they are. */
    Set<String> kinds() {
        return concerned.kinds();
    }

    /** Notes a breach, and finds those it concerns. */
    UUID open(Facts facts, AccountId officer) {
        var found = concerned.by(facts);
        return Objects.requireNonNull(transactions.execute(_ -> {
            var id = UUID.randomUUID();
            incidents.open(id, facts, facts.knownAt().plus(TO_REPORT), officer);
            incidents.concern(id, found);
            events.publishEvent(new Act(
                    "INCIDENT_OPENED",
                    "incident",
                    id.toString(),
                    "",
                    String.valueOf(found.size()),
                    facts.source() + " " + facts.sourceName()));
            return id;
        }));
    }

    /** How many lists were opened of which it is not known who stood on them. */
    long lists(Incident incident) {
        return concerned.lists(incident.facts());
    }

    List<Incident> all() {
        return incidents.all();
    }

    Optional<Incident> find(UUID id) {
        return incidents.find(id);
    }

    /** The authority has been told. The second time nothing happens. */
    void report(UUID id) {
        transactions.executeWithoutResult(_ -> {
            if (incidents.report(id, clock.instant())) {
                events.publishEvent(Act.of("INCIDENT_REPORTED", "incident", id));
            }
        });
    }

    /** Has everybody it concerns written to; whoever has been is not written to again. */
    void tell(UUID id) {
        transactions.executeWithoutResult(_ -> {
            incidents.beginLetters(id, clock.instant());
            tasks.soon(TELL, id.toString(), new Letters(id));
            events.publishEvent(Act.of("INCIDENT_LETTERS", "incident", id));
        });
    }

    void tellUntold(UUID id) {
        while (Boolean.TRUE.equals(transactions.execute(_ -> tellSome(id)))) {
            Thread.onSpinWait();
        }
    }

    private boolean tellSome(UUID id) {
        var some = incidents.takeUntold(id, AT_A_TIME, clock.instant());
        some.forEach(events::publishEvent);
        return some.size() == AT_A_TIME;
    }

    /** What one of those it concerns is told. */
    public Optional<Told> told(UUID affected) {
        return incidents.told(affected);
    }

    /** Hands over everybody it concerns, piece by piece; that it was asked for is written down first. */
    void each(UUID id, Consumer<Contact> reader) {
        transactions.executeWithoutResult(_ -> events.publishEvent(Act.of("EXPORTED", "incident", id)));
        @Nullable AccountId after = null;
        for (var some = incidents.affected(id, after, AT_A_TIME);
                !some.isEmpty();
                some = incidents.affected(id, after, AT_A_TIME)) {
            some.forEach(account -> accounts.contact(account).ifPresent(reader));
            after = some.getLast();
        }
    }
}
