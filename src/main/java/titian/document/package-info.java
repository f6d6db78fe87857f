/**
 * Uploads: checked by content, stored whole, shown only to those who may see them.
 *
 * <p>It promises that what was accepted can be read back byte for byte, that nothing is kept that is not what it says
 * it is, and that no row stands without its file. A file lies under its upload's id and not under its digest, so that
 * one person's file can be erased without asking who else has the same.
 *
 * <ul>
 *   <li>Door: {@link titian.document.DocumentDesk}; for forms, the page {@code document/slot}
 *   <li>Owns: schema {@code document}, and the files below {@code documents} in the data folder
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Document",
        allowedDependencies = {"shared", "platform", "web"})
package titian.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
