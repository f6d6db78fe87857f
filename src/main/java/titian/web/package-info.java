/**
 * What every page shares: the layout and form parts, the two languages, errors said in words, who may open which
 * route, and the security headers.
 *
 * <p>It promises that a route not named in {@link titian.web.Routes} is closed, and that every page can be read in
 * Indonesian and English without JavaScript.
 *
 * <ul>
 *   <li>Doors: {@link titian.web.Page}, {@link titian.web.Problems}, {@link titian.web.Words}
 *   <li>Owns: no tables
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Web",
        allowedDependencies = {"shared", "platform"})
package titian.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
