/**
 * Uploads: checked by content, made anew, sealed, shown only to those who may see them.
 *
 * <p>It promises that what is kept looks as what was sent and holds nothing else, that it lies sealed by a key of its
 * own, and that no row stands without its file. A file lies under its upload's id and not under its digest, so that one
 * person's file can be erased without asking who else has the same. Why: ADRs 80 to 83, 101 to 103.
 *
 * <ul>
 *   <li>Doors: {@link titian.document.DocumentDesk}; {@link titian.document.ArrivalDesk} and the page
 *       {@code document/slot} for forms
 *   <li>Door: {@link titian.document.ReadingDesk}, what a program read on papers beside what was typed
 *   <li>News: {@link titian.document.DocumentHandedIn}, {@link titian.document.DocumentWithheld}
 *   <li>Owns: schema {@code document}; the files themselves lie on the {@code shelf}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Document",
        allowedDependencies = {"shared", "platform", "web", "seal", "allowance", "inspection", "shelf", "reading"})
package titian.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
