package titian.requirement;

import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A case as the list of papers looks at it: which service, what comes on top of it, and what is so. It says nothing
 * about who the person is.
 *
 * @param additions services whose papers are needed as well, as for the hajj
 */
public record Case(RequestedService service, Set<RequestedService> additions, Set<Circumstance> circumstances) {

    public Case {
        additions = Set.copyOf(additions);
        circumstances = Set.copyOf(circumstances);
    }

    public static Case of(RequestedService service, Circumstance... circumstances) {
        return new Case(service, Set.of(), Set.of(circumstances));
    }

    public boolean has(Circumstance circumstance) {
        return circumstances.contains(circumstance);
    }

    /** The services whose lists count, the child's own first. */
    List<RequestedService> lists() {
        var lists = new LinkedHashSet<RequestedService>();
        if (has(Circumstance.MINOR) && takesOverChildsList()) {
            lists.add(RequestedService.NEW_CHILD);
        }
        Stream.concat(Stream.of(service), additions.stream().sorted())
                .flatMap(RequestedService::lists)
                .forEach(lists::add);
        return List.copyOf(lists);
    }

    /** A child's replacement has a list of its own, and who only needs to get home proves that they are a citizen. */
    private boolean takesOverChildsList() {
        return service.makesBook() && service != RequestedService.REPLACE_CHILD && service != RequestedService.SPLP;
    }

    /** Whether one of these is so. */
    boolean isAny(Collection<Circumstance> some) {
        var common = EnumSet.noneOf(Circumstance.class);
        common.addAll(some);
        common.retainAll(circumstances);
        return !common.isEmpty();
    }
}
