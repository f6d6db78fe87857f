package titian.registry;

import org.jspecify.annotations.Nullable;

/**
 * What came of asking for a record: the answer for whoever asked, and what is written down of it.
 *
 * @param code the registry's own response code, if it gave one
 */
record Telling(
        RecordAnswer answer, String outcome, @Nullable String code) {

    /** The registry turned the question down, or knows nobody to tell of. */
    static Telling turnedDown(Verdict verdict) {
        var answer = verdict.answer() instanceof RegistryAnswer.Unreachable
                ? new RecordAnswer.Unreachable()
                : new RecordAnswer.Withheld();
        return new Telling(answer, verdict.outcome(), verdict.code());
    }
}
