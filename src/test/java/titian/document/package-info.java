/** Tests of uploads. */
@NullMarked
package titian.document;

import org.jspecify.annotations.NullMarked;
