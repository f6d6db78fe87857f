/**
 * Uploads: checked by content, made anew, sealed, shown only to those who may see them.
 *
 * <p>It promises that what is kept looks as what was sent and holds nothing else, that it lies sealed by a key of its
 * own, and that no row stands without its file. A file lies under its upload's id and not under its digest, so that one
 * person's file can be erased without asking who else has the same. Why: ADRs 80 to 83.
 *
 * <ul>
 *   <li>Door: {@link titian.document.DocumentDesk}; for forms, the page {@code document/slot}
 *   <li>News: {@link titian.document.DocumentWithheld}
 *   <li>Owns: schema {@code document}, and the files below {@code documents} in the data folder
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Document",
        allowedDependencies = {"shared", "platform", "web", "seal"})
package titian.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
