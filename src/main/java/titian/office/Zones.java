package titian.office;

import java.time.ZoneId;

/** Time zones by their names in the tz database; an offset such as {@code +07:00} is not one. */
class Zones {

    private Zones() {}

    static ZoneId of(String name) {
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw new IllegalArgumentException("not a time zone");
        }
        return ZoneId.of(name);
    }
}
