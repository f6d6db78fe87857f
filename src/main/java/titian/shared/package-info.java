/**
 * Values every module speaks: a person's number, an amount of money, the names of offices, accounts,
 * applications and of those who come together, the kinds of passport and of officer, and whom the law lets go first.
 *
 * <p>It promises that a value in hand is well formed and prints without giving a person away. No services, no
 * tables, and it knows nobody.
 */
@NullMarked
@ApplicationModule(
        displayName = "Shared",
        allowedDependencies = {})
package titian.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
