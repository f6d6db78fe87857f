/** What the registry module promises, tried against the registry's real protocol. */
@NullMarked
package titian.registry;

import org.jspecify.annotations.NullMarked;
