package titian.office;

import java.time.LocalDate;

/** What cannot be planned for an office. Sealed, so that whoever catches one answers every kind. */
public abstract sealed class OfficeRefused extends RuntimeException {

    private OfficeRefused(String message) {
        super(message, null, false, false);
    }

    /** The regional office allows fewer places a day than were asked for. */
    public static final class AboveCap extends OfficeRefused {

        private final int asked;
        private final int cap;
        private final transient LocalDate since;

        AboveCap(int asked, int cap, LocalDate since) {
            super("asked for " + asked + " places a day, the regional office allows " + cap + " since " + since);
            this.asked = asked;
            this.cap = cap;
            this.since = since;
        }

        public int asked() {
            return asked;
        }

        public int cap() {
            return cap;
        }

        /** The day from which that cap holds. */
        public LocalDate since() {
            return since;
        }
    }
}
