package titian.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.account.Crowd;
import titian.account.CrowdDesk;
import titian.audit.Sealing.Asked;
import titian.platform.Tasks;
import titian.shared.AccountId;

/** Where patterns are looked for as they arise, and shown to auditors without looking again (docs/adr/0092). */
@Service
@Transactional
class AlarmDesk {

    private static final Duration SHOWN = Duration.ofDays(30);
    private static final Duration KEPT = Duration.ofDays(400);

    /** Longer than the house is ever down, so that nothing slips through between two looks. */
    private static final Duration LATELY = Duration.ofDays(2);

    private static final int CROWD = 5;

    /** Nobody reads more; the alarm says how many files there are. */
    private static final int MOST_LOOKS = 500;

    private final Alarms alarms;
    private final CrowdDesk crowds;
    private final Tasks tasks;
    private final Clock clock;

    AlarmDesk(Alarms alarms, CrowdDesk crowds, Tasks tasks, Clock clock) {
        this.alarms = alarms;
        this.crowds = crowds;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Patterns of the last weeks that somebody should look at. */
    @Transactional(readOnly = true)
    List<Alarm> alarms() {
        return alarms.since(day(clock.instant().minus(SHOWN)));
    }

    /** Whom an account has its phone or a device in common with. */
    @Transactional(readOnly = true)
    List<Crowd.Member> crowd(AccountId account) {
        return crowds.around(account);
    }

    /** The looks of that officer's, on that day, at files they had no task for. */
    @Transactional(readOnly = true)
    List<Entry> looksWithoutTask(AccountId officer, LocalDate day) {
        return alarms.looksWithoutTask(officer, day, MOST_LOOKS);
    }

    /** Has it looked at right after this, for an auditor who does not want to wait. */
    void lookSoon() {
        tasks.soon(Sealing.LOOK_NOW, "now", new Asked(clock.instant()));
    }

    /** Looks at what the last days brought. It may be done at any time and as often as one likes. */
    void look() {
        var now = clock.instant();
        alarms.judgeDaysOfOfficers(day(now.minus(LATELY)));
        alarms.judgeFilesOpened(day(now.minus(LATELY)));
        alarms.judgeWhoGaveUp(now.minus(LATELY), now.minus(SHOWN));
        for (var crowd : crowds.since(now.minus(LATELY), CROWD)) {
            var kind = switch (crowd.bond()) {
                case PHONE -> Alarm.Kind.SHARED_PHONE;
                case DEVICE -> Alarm.Kind.SHARED_DEVICE;
            };
            alarms.note(new Alarm(kind, crowd.first(), day(now), crowd.count()));
        }
        alarms.forgetBefore(day(now.minus(KEPT)));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, SealDesk.JAKARTA);
    }
}
