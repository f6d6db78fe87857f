/** Tests of the house as a whole; each module's own tests stand in its package. */
@NullMarked
package titian;

import org.jspecify.annotations.NullMarked;
