package titian.session;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import titian.web.Words;

/** Clock times for people whose whereabouts we do not know yet: Jakarta's, and the page says so. */
public final class Hours {

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final Duration ALMOST_A_MINUTE = Duration.ofMinutes(1).minusNanos(1);

    private Hours() {}

    /** 09.30 WIB */
    public static String at(Instant moment, Words words) {
        return words.hour(moment, JAKARTA) + " " + words.zone(JAKARTA);
    }

    /** From when on: the minute shown has come only when the moment has. */
    public static String from(Instant moment, Words words) {
        return at(moment.plus(ALMOST_A_MINUTE), words);
    }

    /** What an earlier step left to say. */
    public static String tell(Session.Notice notice, Words words) {
        var until = notice.until();
        return until == null ? words.text(notice.text()) : words.text(notice.text(), from(until, words));
    }
}
