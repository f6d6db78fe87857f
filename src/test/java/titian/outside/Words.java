package titian.outside;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How times and amounts are said to people in Indonesia. */
final class Words {

    static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
    static final ZoneId WITA = ZoneId.of("Asia/Makassar");
    static final ZoneId WIT = ZoneId.of("Asia/Jayapura");

    private static final Locale INDONESIAN = Locale.of("id", "ID");
    private static final DateTimeFormatter LONG =
            DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH.mm.ss", INDONESIAN);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM uuuu, HH.mm.ss", INDONESIAN);

    private Words() {}

    static String longTime(Instant moment, ZoneId zone) {
        return LONG.format(moment.atZone(zone));
    }

    static String shortTime(Instant moment) {
        return SHORT.format(moment.atZone(WIB)) + " WIB";
    }

    static String rupiah(long amount) {
        return "Rp" + String.format(INDONESIAN, "%,d", amount);
    }
}
