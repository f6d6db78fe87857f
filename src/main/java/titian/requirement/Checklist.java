package titian.requirement;

import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import titian.requirement.Requirement.Obligation;

/** What to bring for a service, sorted as a person packs: always, one of these, if it applies to you. */
public record Checklist(String service, List<Requirement> papers) {

    /** Papers of a first adult passport whose small print is worth reading. */
    private static final Set<String> EXPLAINED = Set.of("KTP", "SURAT_PINDAH_LN", "KK");

    public List<Requirement> always() {
        return with(Obligation.MANDATORY);
    }

    /** The groups of which one paper each is enough. */
    public Collection<List<Requirement>> oneOfEach() {
        return with(Obligation.ONE_OF).stream()
                .collect(groupingBy(
                        paper -> Objects.requireNonNull(paper.oneOf()), LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    List<Requirement> ifItApplies() {
        return with(Obligation.CONDITIONAL);
    }

    List<Requirement> madeByOfficers() {
        return with(Obligation.SYSTEM);
    }

    /** The key of the text that says when a paper is needed, or what to look for in it. */
    @Nullable
    String explanation(Requirement paper) {
        if (paper.ofOffice() && paper.obligation() == Obligation.CONDITIONAL) {
            return paper.circumstances().stream()
                    .sorted()
                    .findFirst()
                    .map(Circumstance::text)
                    .orElse("requirement.when.ask");
        }
        if (paper.obligation() == Obligation.CONDITIONAL) {
            return "requirement.when." + paper.document();
        }
        return service.equals("NEW_ADULT") && EXPLAINED.contains(paper.document()) && !paper.ofOffice()
                ? "requirement.note." + paper.document()
                : null;
    }

    private List<Requirement> with(Obligation obligation) {
        return papers.stream().filter(paper -> paper.obligation() == obligation).toList();
    }
}
