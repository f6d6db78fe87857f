package titian.requirement;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import titian.requirement.Need.Force;
import titian.requirement.Requirement.Obligation;

/** What a case needs, worked out from the list of requirements: which papers, of which one is enough, and the originals. */
public record Needs(RequestedService service, List<Need> all) {

    public Needs {
        all = List.copyOf(all);
    }

    /** @param rows the requirements in force, of all services */
    static Needs of(Case asked, List<Requirement> rows) {
        var order = asked.lists();
        var papers = rows.stream()
                .filter(row -> order.contains(RequestedService.valueOf(row.service())))
                .filter(row -> !row.isList() && applies(row, asked))
                .sorted(Comparator.comparingInt(
                                (Requirement row) -> order.indexOf(RequestedService.valueOf(row.service())))
                        .thenComparingInt(Requirement::seq))
                .toList();
        var needs = new ArrayList<Need>();
        papers.stream().filter(row -> row.obligation() != Obligation.ONE_OF).forEach(row -> add(needs, row));
        papers.stream()
                .filter(row -> row.obligation() == Obligation.ONE_OF)
                .collect(
                        groupingBy(row -> Objects.requireNonNull(row.oneOf()), LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(group -> needs.add(choice(group)));
        needs.sort(Comparator.comparing(Need::force));
        return new Needs(asked.service(), needs);
    }

    private static boolean applies(Requirement row, Case asked) {
        if (asked.has(Circumstance.MINOR) && Circumstance.isAdults(row)) {
            return false;
        }
        return row.circumstances().isEmpty() || asked.isAny(row.circumstances());
    }

    /** The same paper of two lists is needed once. */
    private static void add(List<Need> needs, Requirement row) {
        var known = needs.stream()
                .anyMatch(need -> need.anyOf().getFirst().document().equals(row.document()));
        if (!known) {
            needs.add(new Need(force(row), row.slot(), List.of(row.paper())));
        }
    }

    private static Force force(Requirement row) {
        return switch (row.obligation()) {
            case SYSTEM -> Force.BY_OFFICER;
            case CONDITIONAL -> row.circumstances().isEmpty() ? Force.PERHAPS : Force.MUST;
            case MANDATORY, ONE_OF -> Force.MUST;
        };
    }

    /** A paper for this very circumstance stands before those for everybody. */
    private static Need choice(List<Requirement> group) {
        var special =
                group.stream().filter(row -> !row.circumstances().isEmpty()).toList();
        var fitting = special.isEmpty() ? group : special;
        return new Need(
                Force.MUST,
                fitting.getFirst().slot(),
                fitting.stream().map(Requirement::paper).toList());
    }

    /** What must be there. */
    public List<Need> must() {
        return with(Force.MUST);
    }

    /** What an office may ask for. */
    public List<Need> perhaps() {
        return with(Force.PERHAPS);
    }

    public List<Need> byOfficers() {
        return with(Force.BY_OFFICER);
    }

    private List<Need> with(Force force) {
        return all.stream().filter(need -> need.force() == force).toList();
    }

    /** What must be uploaded, in order. */
    public Set<String> slots() {
        return slots(must());
    }

    /** What may be uploaded as well. */
    public Set<String> otherSlots() {
        return slots(perhaps());
    }

    private static Set<String> slots(List<Need> needs) {
        return needs.stream()
                .flatMap(need -> Stream.ofNullable(need.slot()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
