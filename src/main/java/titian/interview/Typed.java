package titian.interview;

import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is typed on the page of the counter, whichever of its buttons is pressed.
 *
 * @param notes   nothing where the page has no fields for them: they stand by now
 * @param version the one it is typed over
 */
record Typed(@Nullable Notes notes, Drafts drafts, int version) {

    static Typed of(Map<String, String> typed, int version) {
        var hasNotes = Stream.of(Question.values()).map(Question::field).anyMatch(typed::containsKey);
        return new Typed(hasNotes ? Notes.of(typed) : null, Drafts.of(typed), version);
    }

    /** Whether it stands there already: pressed twice, or typing that had been kept. */
    boolean isKeptIn(Interview interview) {
        return (notes == null || notes.equals(interview.notes())) && drafts.equals(interview.drafts());
    }

    /** Without what was typed. */
    @Override
    public String toString() {
        return "typed over version " + version;
    }
}
