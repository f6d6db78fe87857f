package titian.notification;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import titian.account.CodeAsked;
import titian.account.RegistrationRepeated;
import titian.application.ApplicationCancelled;
import titian.application.ApplicationExpired;
import titian.application.ApplicationPaidLate;
import titian.application.ApplicationScheduled;
import titian.payment.BillIssued;
import titian.platform.Tasks;
import titian.shared.AccountId;
import titian.waitingroom.ReleaseApproaching;

/** Hears the news inside the transaction that makes it, and writes down there that a letter must go out. */
@Component
class News {

    private final Letters letters;
    private final Tasks tasks;
    private final Clock clock;

    News(Letters letters, Tasks tasks, Clock clock) {
        this.letters = letters;
        this.tasks = tasks;
        this.clock = clock;
    }

    @EventListener
    void on(CodeAsked asked) {
        write(LetterKind.CODE, asked.codeId(), asked.account());
    }

    @EventListener
    void on(RegistrationRepeated repeated) {
        write(LetterKind.ALREADY_REGISTERED, repeated.codeId(), repeated.account());
    }

    @EventListener
    void on(BillIssued issued) {
        write(LetterKind.BILL, issued.bill(), null);
    }

    @EventListener
    void on(ApplicationScheduled scheduled) {
        write(LetterKind.APPOINTMENT, scheduled.application().value(), null);
    }

    @EventListener
    void on(ApplicationExpired expired) {
        write(LetterKind.EXPIRED, expired.application().value(), null);
    }

    @EventListener
    void on(ApplicationPaidLate late) {
        write(LetterKind.PAID_LATE, late.application().value(), null);
    }

    @EventListener
    void on(ApplicationCancelled cancelled) {
        write(LetterKind.CANCELLED, cancelled.application().value(), null);
    }

    @EventListener
    void on(ReleaseApproaching approaching) {
        write(LetterKind.RELEASE, approaching.reminder(), approaching.account());
    }

    private void write(LetterKind kind, UUID subject, @Nullable AccountId account) {
        var id = UUID.randomUUID();
        letters.add(id, kind, subject, account, clock.instant());
        tasks.soon(Sending.LETTER, id.toString(), new Sending.Due(id));
    }
}
