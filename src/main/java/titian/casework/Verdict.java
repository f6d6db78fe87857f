package titian.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import titian.document.DocumentKind;
import titian.shared.AccountId;
import titian.shared.UploadId;

/**
 * What an officer found of a paper.
 *
 * @param upload the very file that was looked at; none if it was not there
 * @param reason why it is not good; none if it is
 * @param note   what else the applicant should know, in the officer's words
 */
record Verdict(
        DocumentKind kind,
        @Nullable UploadId upload,
        @Nullable Reason reason,
        @Nullable String note,
        AccountId officer,
        Instant at) {

    boolean isGood() {
        return reason == null;
    }

    /** Without the note: it is about a person. */
    @Override
    public String toString() {
        return kind + (isGood() ? " is good" : " is not good: " + reason);
    }
}
