package titian.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import titian.web.Words;

/** Moments as people read them, in Jakarta's time. */
final class Moments {

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    private Moments() {}

    /** 8 Desember 2026 pukul 09.30 WIB */
    static String of(Instant at, Words words) {
        return words.text("privacy.moment", date(at, words), words.hour(at, JAKARTA), words.zone(JAKARTA));
    }

    static String date(Instant at, Words words) {
        return words.date(LocalDate.ofInstant(at, JAKARTA));
    }
}
