package titian.registry;

import org.jspecify.annotations.Nullable;

/**
 * What came of one question: the answer for whoever asked, and for the record the word and the code behind it.
 *
 * @param code the registry's own response code, if it gave one
 */
record Verdict(
        RegistryAnswer answer, String outcome, @Nullable String code) {

    /** The registry did not answer, or not sensibly; the word says how. */
    static Verdict none(String outcome) {
        return new Verdict(new RegistryAnswer.Unreachable(), outcome, null);
    }
}
