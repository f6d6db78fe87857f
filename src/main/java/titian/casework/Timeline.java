package titian.casework;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import titian.shared.AccountId;
import titian.shared.Act;
import titian.shared.ApplicationId;
import titian.shared.SignedIn;
import titian.web.Words;

/** What happened to an application, in order: in plain words for its applicant, all of it for the officers. */
@Component
public class Timeline {

    /** What an applicant is told of; the rest is how offices work. */
    static final Set<String> TOLD = Set.of(
            "APPLICATION_MOVED.SUBMITTED",
            "APPLICATION_MOVED.SCHEDULED",
            "APPLICATION_MOVED.CHECKED_IN",
            "APPLICATION_MOVED.IN_SERVICE",
            "APPLICATION_MOVED.INTERVIEWED",
            "APPLICATION_MOVED.NO_SHOW",
            "APPLICATION_MOVED.CANCELLED",
            "APPLICATION_MOVED.EXPIRED",
            "APPLICATION_MOVED.REFUSED",
            "APPLICATION_MOVED.SUSPENDED",
            "EXAMINATION_MOVED.RECORDED",
            "EXAMINATION_MOVED.DECIDED",
            "FILE_MOVED.RETURNED",
            "FILE_MOVED.REPAIRED",
            "FILE_MOVED.READY",
            "PASSPORT_MOVED.READY",
            "PASSPORT_MOVED.HANDED_OVER");

    /**
     * One thing that happened.
     *
     * @param cameTo  the state it led to, or nothing
     * @param account who did it; nobody if the house did
     */
    public record Line(
            Instant at,
            String what,
            String cameTo,
            @Nullable AccountId account) {

        private String key() {
            return cameTo.isEmpty() ? what : what + "." + cameTo;
        }

        /** As the applicant reads it. */
        public String told(Words words) {
            return words.text("casework.told." + key());
        }

        /** As officers read it. */
        String noted(Words words) {
            var act = words.text("audit.act." + what);
            return switch (what) {
                case "APPLICATION_MOVED" -> act + ": " + words.text("home.stage." + cameTo);
                case "FILE_MOVED" -> act + ": " + words.text("casework.standing." + cameTo);
                case "EXAMINATION_MOVED" -> act + ": " + words.text("interview.state." + cameTo);
                case "PASSPORT_MOVED" -> act + ": " + words.text("issuance.state." + cameTo);
                default -> act;
            };
        }
    }

    private final Happenings happenings;
    private final Clock clock;

    Timeline(Happenings happenings, Clock clock) {
        this.happenings = happenings;
        this.clock = clock;
    }

    /** Everything done to an application is published as an act, in the transaction that does it. */
    @EventListener
    void on(Act act) {
        if (act.kind().equals("application")) {
            happenings.add(ApplicationId.of(act.subject()), clock.instant(), act.what(), act.after(), who());
        }
    }

    private static @Nullable AccountId who() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn who ? who.account() : null;
    }

    /** What its applicant is told, the latest first. */
    public List<Line> told(ApplicationId application) {
        return happenings.of(application, TOLD);
    }

    /** All of it, the latest first. Whoever asks has made sure that the officer is of its office. */
    List<Line> of(ApplicationId application, int most) {
        return happenings.of(application, most);
    }
}
