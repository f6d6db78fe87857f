/** What booking promises, tried on the running house. */
@NullMarked
package titian.booking;

import org.jspecify.annotations.NullMarked;
