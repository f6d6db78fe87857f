package titian.requirement;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a change of the rules does to one kind of case: which papers come and which go.
 *
 * @param circumstance in which it does so; nothing if in the plain case
 */
record Effect(RequestedService service, Set<Circumstance> circumstance, List<Need.Paper> come, List<Need.Paper> go) {

    /** Every kind of case that a change does something to, plain cases first. */
    static List<Effect> of(RuleChange change, List<Requirement> rows) {
        var then = change.on(rows);
        var effects = new ArrayList<Effect>();
        for (var service : RequestedService.values()) {
            for (var circumstances : circumstances(change, service)) {
                var asked = new Case(service, Set.of(), circumstances);
                var effect = between(asked, Needs.of(asked, rows), Needs.of(asked, then));
                if (!effect.come().isEmpty() || !effect.go().isEmpty()) {
                    effects.add(effect);
                }
            }
        }
        return effects;
    }

    /** The plain case, and each in which something is so that the change or what it replaces depends on. */
    private static List<Set<Circumstance>> circumstances(RuleChange change, RequestedService service) {
        var some = EnumSet.allOf(Circumstance.class);
        some.remove(Circumstance.MINOR);
        var plain = Stream.<Set<Circumstance>>of(Set.of());
        var special = change.service() == service
                ? some.stream().<Set<Circumstance>>map(Set::of)
                : Stream.<Set<Circumstance>>empty();
        return Stream.concat(plain, special).toList();
    }

    private static Effect between(Case asked, Needs before, Needs after) {
        var had = papers(before);
        var has = papers(after);
        return new Effect(
                asked.service(),
                asked.circumstances(),
                has.stream().filter(paper -> !had.contains(paper)).toList(),
                had.stream().filter(paper -> !has.contains(paper)).toList());
    }

    private static List<Need.Paper> papers(Needs needs) {
        return needs.all().stream()
                .flatMap(need -> need.anyOf().stream())
                .distinct()
                .toList();
    }
}
