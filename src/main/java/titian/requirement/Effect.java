package titian.requirement;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a change of the rules does to one kind of case: which papers come, which go, and which are asked for in another
 * way.
 *
 * @param circumstances in which it does so; none if in the plain case
 */
record Effect(
        RequestedService service,
        Set<Circumstance> circumstances,
        List<Need.Paper> come,
        List<Need.Paper> go,
        List<Change> changed) {

    /** How a paper is asked for: how strongly, uploaded as what if at all, and which others are enough in its place. */
    record Way(Need.Force force, @Nullable String slot, Set<Need.Paper> others) {}

    /** A paper that was asked for in some ways and is in others. */
    record Change(Need.Paper paper, Set<Way> before, Set<Way> after) {}

    /**
     * Every kind of case that a change does something to. What is so in the plain case is said once; a circumstance
     * stands for itself where it is otherwise there, even if nothing changes in it.
     */
    static List<Effect> of(RuleChange change, List<Requirement> rows) {
        var then = change.on(rows);
        var effects = new ArrayList<Effect>();
        for (var service : RequestedService.values()) {
            var plain = between(new Case(service, Set.of(), Set.of()), rows, then);
            var minor = between(new Case(service, Set.of(), Set.of(Circumstance.MINOR)), rows, then);
            if (!plain.isNothing()) {
                effects.add(plain);
            }
            for (var one : Circumstance.values()) {
                var alone = between(new Case(service, Set.of(), Set.of(one)), rows, then);
                if (!alone.doesAs(plain)) {
                    effects.add(alone);
                }
                var ofMinor = between(new Case(service, Set.of(), EnumSet.of(Circumstance.MINOR, one)), rows, then);
                if (one != Circumstance.MINOR && !ofMinor.doesAs(minor) && !ofMinor.doesAs(alone)) {
                    effects.add(ofMinor);
                }
            }
        }
        return effects;
    }

    private static Effect between(Case asked, List<Requirement> rows, List<Requirement> then) {
        var before = ways(Needs.of(asked, rows));
        var after = ways(Needs.of(asked, then));
        return new Effect(
                asked.service(),
                asked.circumstances(),
                without(after, before),
                without(before, after),
                after.entrySet().stream()
                        .flatMap(way -> change(way.getKey(), before.get(way.getKey()), way.getValue()))
                        .toList());
    }

    private static Map<Need.Paper, Set<Way>> ways(Needs needs) {
        var ways = new LinkedHashMap<Need.Paper, Set<Way>>();
        for (var need : needs.all()) {
            for (var paper : need.anyOf()) {
                var others = need.anyOf().stream()
                        .filter(other -> !other.equals(paper))
                        .collect(toCollection(LinkedHashSet::new));
                ways.computeIfAbsent(paper, _ -> new LinkedHashSet<>()).add(new Way(need.force(), need.slot(), others));
            }
        }
        return ways;
    }

    private static List<Need.Paper> without(Map<Need.Paper, Set<Way>> some, Map<Need.Paper, Set<Way>> others) {
        return some.keySet().stream()
                .filter(paper -> !others.containsKey(paper))
                .toList();
    }

    private static Stream<Change> change(Need.Paper paper, @Nullable Set<Way> before, Set<Way> after) {
        return before == null || before.equals(after) ? Stream.empty() : Stream.of(new Change(paper, before, after));
    }

    /** Nothing comes, goes or changes. */
    boolean isNothing() {
        return come.isEmpty() && go.isEmpty() && changed.isEmpty();
    }

    private boolean doesAs(Effect other) {
        return come.equals(other.come) && go.equals(other.go) && changed.equals(other.changed);
    }
}
