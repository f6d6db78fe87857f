package titian.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import titian.shared.AccountId;
import titian.shared.Act;

/**
 * One line of the audit.
 *
 * @param id      its number; 0 until it is written
 * @param account who did it; nobody for the house itself
 * @param office  where they hold their post; empty for applicants and the house
 * @param request the number of the request it was done by
 */
record Entry(long id, Instant at, @Nullable AccountId account, String role, String office, Act act, String request) {

    Entry with(Act other) {
        return new Entry(id, at, account, role, office, other, request);
    }

    /** What the hash of the chain is taken over as it lies, and a line of the export: the same characters for ever. */
    String line() {
        return Stream.of(
                        String.valueOf(id),
                        at.truncatedTo(ChronoUnit.MICROS).toString(),
                        account == null ? "" : account.toString(),
                        role,
                        office,
                        act.what(),
                        act.kind(),
                        act.subject(),
                        act.before(),
                        act.after(),
                        act.why(),
                        request)
                .map(Entry::plain)
                .collect(Collectors.joining("\t"));
    }

    private static String plain(String field) {
        return field.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }
}
