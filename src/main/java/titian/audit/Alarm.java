package titian.audit;

import java.time.LocalDate;
import java.util.UUID;
import titian.shared.AccountId;

/**
 * A pattern somebody should look at. It accuses nobody: there may be a good reason, and the entries tell.
 *
 * @param account whose pattern it is
 * @param day     in Jakarta, on which it was seen last
 * @param count   how often
 */
record Alarm(Kind kind, AccountId account, LocalDate day, long count) {

    /** What was noticed. */
    enum Kind {
        /** An officer called numbers out of turn again and again in one day. */
        OUT_OF_TURN("NUMBER_CALLED_OUT_OF_TURN"),
        /** An officer read lists of people on a day without serving anybody. */
        LOOKED_WITHOUT_TASK("LOOKED"),
        /** An officer opened files with which they had nothing to do. */
        FILES_WITHOUT_TASK(""),
        /** An account gave up visit after visit: places may be kept for others. */
        CANCELLED_OFTEN("APPLICATION_MOVED"),
        /** An account gave up a visit and took another at once, again and again: places may be passed from hand to hand. */
        BOOKED_AGAIN("APPLICATION_MOVED"),
        /** Many accounts have the phone of this one: somebody may book for strangers. */
        SHARED_PHONE(""),
        /** Many accounts were used on one device. */
        SHARED_DEVICE("");

        private final String act;

        Kind(String act) {
            this.act = act;
        }

        /** What the entries that are evidence say was done; nothing if the evidence is no entry. */
        String act() {
            return act;
        }
    }

    /** Where the evidence is. */
    String evidence() {
        var entries = "/petugas/audit?tindakan=" + kind.act() + "&pelaku=" + account;
        return switch (kind) {
            case OUT_OF_TURN, LOOKED_WITHOUT_TASK -> entries + "&hari=" + day;
            case FILES_WITHOUT_TASK -> "/petugas/audit/pola/" + account + "/berkas?hari=" + day;
            case CANCELLED_OFTEN, BOOKED_AGAIN -> entries;
            case SHARED_PHONE, SHARED_DEVICE -> "/petugas/audit/pola/" + account;
        };
    }

    static Alarm of(String kind, UUID account, LocalDate day, long count) {
        return new Alarm(Kind.valueOf(kind), new AccountId(account), day, count);
    }
}
