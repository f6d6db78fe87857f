package titian.application;

import org.jspecify.annotations.Nullable;
import titian.shared.ApplicationId;

/** What the life of an application does not allow. Sealed, so that whoever catches one answers every kind. */
public abstract sealed class ApplicationRefused extends RuntimeException {

    private ApplicationRefused(String message) {
        super(message, null, false, false);
    }

    /** The step cannot be taken from where the application stands. */
    public static final class StepNotOpen extends ApplicationRefused {
        public StepNotOpen(ApplicationId application, String stage, String step) {
            super("application " + application + " is " + stage + " and cannot " + step);
        }
    }

    /** An answer or a file is still missing. */
    public static final class Unfinished extends ApplicationRefused {
        public Unfinished(ApplicationId application) {
            super("application " + application + " is not filled in to the end");
        }
    }

    /** Another application for this person is under way. */
    public static final class AlreadyLive extends ApplicationRefused {
        private final transient @Nullable ApplicationId other;

        public AlreadyLive(@Nullable ApplicationId other) {
            super("the person has another application under way");
            this.other = other;
        }

        /** The other application, if it is the same account's and may be shown to whoever asks. */
        public @Nullable ApplicationId other() {
            return other;
        }
    }

    /** The account has as many applications under way as it may. */
    public static final class TooMany extends ApplicationRefused {
        public TooMany() {
            super("the account has five applications under way");
        }
    }

    /** The time chosen is no longer offered: the office or the time of day has left the calendar. */
    public static final class TimeGone extends ApplicationRefused {
        public TimeGone(ApplicationId application) {
            super("the time chosen for application " + application + " is no longer offered");
        }
    }

    /** No tariff is in force, or what was paid is not what this passport costs. */
    public static final class PriceUnsettled extends ApplicationRefused {
        public PriceUnsettled(ApplicationId application) {
            super("the price of application " + application + " is not settled");
        }
    }

    /** The price is another than the applicant was shown. */
    public static final class PriceChanged extends ApplicationRefused {
        public PriceChanged(ApplicationId application) {
            super("the price of application " + application + " is another than was shown");
        }
    }

    /** It was ordered that nothing of its account is thrown away. */
    public static final class KeptByOrder extends ApplicationRefused {
        public KeptByOrder(ApplicationId application) {
            super("application " + application + " is kept by order");
        }
    }
}
