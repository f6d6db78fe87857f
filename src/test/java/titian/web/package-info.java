/** Tests of what every page shares. */
@NullMarked
package titian.web;

import org.jspecify.annotations.NullMarked;
