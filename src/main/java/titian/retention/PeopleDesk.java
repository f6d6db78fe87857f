package titian.retention;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Service;
import titian.platform.ForgetsPeople;
import titian.platform.Kept;

/** Whose data stand in records of a kind, for those who must know whom a breach concerns. */
@Service
public class PeopleDesk {

    private final List<Kept> kinds;
    private final People people;

    PeopleDesk(List<ForgetsPeople> modules, People people) {
        this.kinds = modules.stream().flatMap(module -> module.kept().stream()).toList();
        this.people = people;
    }

    /** The kinds of record that name whose they are, in the order of their names. */
    public Set<String> kinds() {
        var named = new TreeSet<String>();
        kinds.stream()
                .filter(kind -> kind.rows().stream().anyMatch(rows -> people.belongs(rows.table())))
                .forEach(kind -> named.add(kind.kind()));
        return named;
    }

    /** Whose the records are that these ids name, of whatever kind. */
    public Owners owners(Set<UUID> ids) {
        return kinds.stream()
                .flatMap(kind -> kind.rows().stream())
                .map(Kept.Rows::table)
                .distinct()
                .map(table -> people.of(table, ids))
                .reduce(Owners.NOBODY, Owners::and);
    }

    /** Whose records of a kind there were at that moment and are still there. */
    public Owners owners(String kind, Instant until) {
        return kinds.stream()
                .filter(one -> one.kind().equals(kind))
                .flatMap(one -> one.rows().stream())
                .map(rows -> people.of(rows.table(), until))
                .reduce(Owners.NOBODY, Owners::and);
    }
}
