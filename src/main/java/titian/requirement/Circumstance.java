package titian.requirement;

import java.util.List;
import java.util.Set;

/** What may be so in a case, and makes a paper necessary that others do not need. */
public enum Circumstance {
    /** Registered as moved abroad: a certificate stands for the identity card. */
    MOVED_ABROAD,
    /** The proof of birth lacks the name, the place or day of birth, or the parents. */
    PROOF_INCOMPLETE,
    NATURALISED,
    NAME_CHANGED,
    /** The applicant is a child: its papers and its parents' stand for an adult's. */
    MINOR,
    PARENT_HAS_PASSPORT,
    PARENT_DIED,
    /** Both parents died. */
    ORPHANED,
    /** A guardian whom a court has appointed comes along. */
    GUARDIAN,
    /** No parent comes along. */
    PARENT_ABSENT,
    /** The old passport is from before 2009 or was issued abroad. */
    OLD_OR_FOREIGN_PASSPORT,
    /** Something is not as in the old passport. */
    DATA_DIFFER,
    /** Fewer than three words: pilgrims need three. */
    SHORT_NAME,
    LOST_ABROAD;

    /** Those that a person is asked about by themselves, whatever the service; the others follow from other answers. */
    public static final List<Circumstance> TICKED =
            List.of(NAME_CHANGED, PROOF_INCOMPLETE, NATURALISED, MOVED_ABROAD, LOST_ABROAD);

    private static final Set<String> NOT_OF_A_CHILD = Set.of("KTP", "SURAT_PINDAH_LN", "CIVIL_PROOF", "MATERAI");

    /** The key of the sentence that says it. */
    public String text() {
        return "requirement.circumstance." + name();
    }

    /** Whether a child does not have such a paper. */
    static boolean isAdults(Requirement paper) {
        return NOT_OF_A_CHILD.contains(paper.document()) || "CIVIL_PROOF".equals(paper.slot());
    }
}
