/**
 * Uploads: checked by content, stored under their digest, shown only to those who may see them.
 *
 * <p>It promises that what was accepted can be read back byte for byte, and that nothing is kept that is not what it
 * says it is.
 *
 * <ul>
 *   <li>Door: {@link titian.document.DocumentDesk}
 *   <li>Owns: schema {@code document}, and the files below the document store
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Document",
        allowedDependencies = {"shared", "platform", "web"})
package titian.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
