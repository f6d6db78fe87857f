package titian.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import titian.account.Phone;
import titian.web.Words;

/** Times and ends as the pages of changes show them: in Jakarta's time, which they say. */
final class Clocks {

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    private Clocks() {}

    static String hour(Instant moment, Words words) {
        return words.hour(moment, JAKARTA) + " " + words.zone(JAKARTA);
    }

    /** Kamis, 3 Desember 2026, 16.00 WIB */
    static String day(@Nullable Instant moment, Words words) {
        return moment == null ? "" : words.day(LocalDate.ofInstant(moment, JAKARTA)) + ", " + hour(moment, words);
    }

    /** An address as it is, a phone as its owner would write it down. */
    static String shown(@Nullable String end) {
        return end == null ? "" : end.contains("@") ? end : Phone.of(end).grouped();
    }
}
