package titian.requirement;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import titian.requirement.Requirement.Obligation;

/** A change of what a service asks for, from a day to come. */
sealed interface RuleChange {

    RequestedService service();

    String document();

    /** The first day on which it is otherwise. */
    LocalDate from();

    /** A paper is asked for, newly or in another way than before. */
    record Ask(
            RequestedService service,
            String document,
            String nameId,
            String nameEn,
            Obligation obligation,
            @Nullable String oneOf,
            Set<Circumstance> circumstances,
            @Nullable String slot,
            LocalDate from,
            @Nullable LocalDate until)
            implements RuleChange {

        public Ask {
            circumstances = Set.copyOf(circumstances);
        }
    }

    /** A paper is not asked for any more. */
    record Stop(RequestedService service, String document, LocalDate from) implements RuleChange {}

    /** The rows as they would be on the first day of the change. */
    default List<Requirement> on(List<Requirement> rows) {
        var others = rows.stream().filter(row -> !isAbout(row));
        return switch (this) {
            case Stop _ -> others.toList();
            case Ask ask ->
                Stream.concat(others, Stream.of(row(ask, place(rows)))).toList();
        };
    }

    private boolean isAbout(Requirement row) {
        return row.service().equals(service().name()) && row.document().equals(document());
    }

    /** What is changed keeps its place in the list; what is new comes last. */
    private int place(List<Requirement> rows) {
        var mine = rows.stream()
                .filter(row -> row.service().equals(service().name()))
                .toList();
        return mine.stream()
                .filter(this::isAbout)
                .mapToInt(Requirement::seq)
                .findFirst()
                .orElseGet(
                        () -> 1 + mine.stream().mapToInt(Requirement::seq).max().orElse(0));
    }

    private static Requirement row(Ask ask, int seq) {
        return new Requirement(
                UUID.randomUUID(),
                ask.service().name(),
                seq,
                ask.document(),
                ask.nameId(),
                ask.nameEn(),
                ask.obligation(),
                ask.oneOf(),
                ask.circumstances(),
                ask.slot(),
                ask.from(),
                ask.until(),
                true);
    }
}
