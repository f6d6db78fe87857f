package titian.tariff;

import java.util.EnumSet;
import java.util.Set;
import titian.shared.PassportType;

/**
 * What is asked for, as far as it bears on the price.
 *
 * @param firstOfMigrantWorker the first passport of a citizen who will work abroad, which costs nothing
 */
public record Wanted(PassportType type, int validityYears, boolean firstOfMigrantWorker, Set<Charge> charges) {

    public Wanted {
        charges = Set.copyOf(charges);
    }

    /** An ordinary book and nothing else. */
    public static Wanted ordinary(PassportType type, int validityYears) {
        return new Wanted(type, validityYears, false, Set.of());
    }

    public Wanted forFirstOfMigrantWorker(boolean isSo) {
        return new Wanted(type, validityYears, isSo, charges);
    }

    public Wanted with(Charge charge) {
        var more = EnumSet.of(charge);
        more.addAll(charges);
        return new Wanted(type, validityYears, firstOfMigrantWorker, more);
    }
}
