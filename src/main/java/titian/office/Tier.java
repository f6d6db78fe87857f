package titian.office;

import java.util.Optional;

/**
 * Which default rules an office falls under until its regional office sets its own. Offices and units that serve
 * nobody now, or only on weekends, fall under none.
 */
enum Tier {
    I_KHUSUS,
    I,
    II,
    III,
    UNCLASSIFIED,
    UNIT;

    static Tier of(OfficeType type, Optional<String> officeClass) {
        if (type != OfficeType.IMMIGRATION_OFFICE) {
            return UNIT;
        }
        return officeClass
                .map(text -> valueOf(text.replace("I Khusus", "I_KHUSUS")))
                .orElse(UNCLASSIFIED);
    }
}
