package titian.requirement;

import java.util.Locale;
import java.util.stream.Stream;

/** What can be asked for, by the codes of the list of requirements. */
public enum RequestedService {
    /** A first passport for a citizen aged 17 or over (Permenkumham 8/2014). */
    NEW_ADULT,
    /** A first passport for a child. */
    NEW_CHILD,
    /** Another passport in place of one that has run out or soon will. */
    REPLACE_EXPIRY,
    /** Another passport in place of one whose pages are full. */
    REPLACE_FULL,
    /** A child's passport that has run out or whose pages are full. */
    REPLACE_CHILD,
    /** Another passport in place of a lost one: an officer examines the loss (BAP). */
    REPLACE_LOST,
    /** The same, lost in a disaster (keadaan kahar): without a charge. */
    REPLACE_LOST_FM,
    /** Another passport in place of a damaged one: an officer examines the damage (BAP). */
    REPLACE_DAMAGED,
    /** The same, damaged in a disaster. */
    REPLACE_DAMAGED_FM,
    /** Another name, birth date, birth place or sex in the passport. */
    DATA_CHANGE,
    /** What a pilgrim of the hajj needs in addition. */
    HAJJ,
    /** What a pilgrim of the umrah needs in addition. */
    UMRAH,
    /** The first passport of a prospective migrant worker. */
    CPMI,
    /** A first passport for a child with limited dual citizenship. */
    DUAL_CITIZEN_CHILD,
    /** A first passport for a child born abroad. */
    BORN_ABROAD_CHILD,
    /** Another passport, asked for at a mission. */
    ABROAD_REPLACE,
    /** A travel document in lieu of a passport, for the way home. */
    SPLP,
    /** Officers come to a group. */
    EAZY_PASSPORT,
    /** Fetching a finished passport oneself. */
    PICKUP_SELF,
    /** Fetching it for somebody of the family. */
    PICKUP_FAMILY,
    /** Fetching it by power of attorney. */
    PICKUP_PROXY;

    /** The key of its name among our texts. */
    public String text() {
        return "requirement.asked." + name();
    }

    /** The last part of the address of its page. */
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean isLoss() {
        return this == REPLACE_LOST || this == REPLACE_LOST_FM;
    }

    public boolean isDamage() {
        return this == REPLACE_DAMAGED || this == REPLACE_DAMAGED_FM;
    }

    /** Lost or damaged in a disaster: the charge is nothing. */
    public boolean isForceMajeure() {
        return this == REPLACE_LOST_FM || this == REPLACE_DAMAGED_FM;
    }

    /** Whether a passport can be made on the day of the visit: nothing has to be examined or fetched from elsewhere first. */
    public boolean mayBeSameDay() {
        return switch (this) {
            case NEW_ADULT, NEW_CHILD, REPLACE_EXPIRY, REPLACE_FULL, REPLACE_CHILD, HAJJ, UMRAH -> true;
            case REPLACE_LOST,
                    REPLACE_LOST_FM,
                    REPLACE_DAMAGED,
                    REPLACE_DAMAGED_FM,
                    DATA_CHANGE,
                    CPMI,
                    DUAL_CITIZEN_CHILD,
                    BORN_ABROAD_CHILD,
                    ABROAD_REPLACE,
                    SPLP,
                    EAZY_PASSPORT,
                    PICKUP_SELF,
                    PICKUP_FAMILY,
                    PICKUP_PROXY -> false;
        };
    }

    /** Whether a passport or another book is made. What is only fetched or arranged costs nothing and stops nobody. */
    public boolean makesBook() {
        return switch (this) {
            case EAZY_PASSPORT, PICKUP_SELF, PICKUP_FAMILY, PICKUP_PROXY -> false;
            default -> true;
        };
    }

    /** Whether it only comes on top of another service. */
    public boolean isAddition() {
        return this == HAJJ || this == UMRAH;
    }

    /** The services whose papers it needs: some take over another's whole list. */
    Stream<RequestedService> lists() {
        return switch (this) {
            case CPMI -> Stream.of(NEW_ADULT, CPMI);
            case DUAL_CITIZEN_CHILD, BORN_ABROAD_CHILD -> Stream.of(NEW_CHILD, this);
            default -> Stream.of(this);
        };
    }
}
