package titian.queue;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of the day at the office do not allow. Thrown, so that the transaction rolls back by itself; sealed,
 * so that whoever catches one answers every kind.
 */
public abstract sealed class QueueRefused extends RuntimeException {

    private QueueRefused(String message) {
        super(message, null, false, false);
    }

    /** The office has no such counter. */
    public static final class CounterUnknown extends QueueRefused {
        CounterUnknown(int counter) {
            super("no counter " + counter);
        }
    }

    /** A colleague sits at the counter. */
    public static final class CounterTaken extends QueueRefused {
        private final transient Duty by;

        CounterTaken(Duty by) {
            super(by + " is taken");
            this.by = by;
        }

        public Duty by() {
            return by;
        }
    }

    /** The officer already sits at another counter. */
    public static final class ElsewhereOnDuty extends QueueRefused {
        private final transient Duty duty;

        ElsewhereOnDuty(Duty duty) {
            super("already on duty at " + duty);
            this.duty = duty;
        }

        public Duty duty() {
            return duty;
        }
    }

    /** The officer sits at no counter, or a colleague has taken theirs over. */
    public static final class NotOnDuty extends QueueRefused {
        NotOnDuty() {
            super("not on duty at any counter");
        }
    }

    /** Someone is at the counter already: called or being served. */
    public static final class CounterBusy extends QueueRefused {
        private final transient Ticket with;

        CounterBusy(Ticket with) {
            super("the counter is busy with " + with.label());
            this.with = with;
        }

        public Ticket with() {
            return with;
        }
    }

    /** Nobody waits to be called. */
    public static final class NobodyWaits extends QueueRefused {
        NobodyWaits() {
            super("nobody waits");
        }
    }

    /** Someone else, or the same press before, has moved the ticket on; or it is none of this office's. */
    public static final class Overtaken extends QueueRefused {
        private final transient @Nullable Ticket now;

        Overtaken(Optional<Ticket> now) {
            super(now.map(ticket -> ticket.label() + " is " + ticket.state()).orElse("no such ticket here"));
            this.now = now.orElse(null);
        }

        /** The ticket as it is; empty if this office has no such ticket. */
        public Optional<Ticket> now() {
            return Optional.ofNullable(now);
        }
    }
}
