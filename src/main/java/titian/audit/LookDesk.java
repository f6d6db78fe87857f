package titian.audit;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.shared.AccountId;

/** What an officer had before their eyes or in their hands, for those who must know whom a breach concerns. */
@Service
public class LookDesk {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final Entries entries;

    LookDesk(Entries entries) {
        this.entries = entries;
    }

    /** The ids of all that this officer looked at or did something to, in that time. */
    @Transactional(readOnly = true)
    public Set<UUID> seen(AccountId officer, Instant from, Instant until) {
        var ids = new TreeSet<UUID>();
        entries.subjects(officer, from, until)
                .forEach(subject ->
                        ID.matcher(subject).results().forEach(found -> ids.add(UUID.fromString(found.group()))));
        return ids;
    }

    /** How often this officer opened a list in that time: it has no id, and nobody noted who stood on it. */
    @Transactional(readOnly = true)
    public long lists(AccountId officer, Instant from, Instant until) {
        return entries.lists(officer, from, until);
    }
}
