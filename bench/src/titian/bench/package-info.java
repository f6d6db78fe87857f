/** Measures how Titian bears a quota release, beside what plain PostgreSQL and nginx can do on the same machine. */
@NullMarked
package titian.bench;

import org.jspecify.annotations.NullMarked;
