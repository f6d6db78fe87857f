package titian.walkin;

import titian.shared.PriorityGroup;

/** Why an officer cannot give somebody a place, beside what booking and the application say. */
abstract sealed class WalkInRefused extends RuntimeException {

    private WalkInRefused(String message) {
        super(message, null, false, false);
    }

    /** The window has no place left, is over, or is none of this office's. */
    static final class PlaceGone extends WalkInRefused {
        PlaceGone() {
            super("the place is gone");
        }
    }

    /** The page was used for somebody else. */
    static final class PageUsed extends WalkInRefused {
        PageUsed() {
            super("this page was used for somebody else");
        }
    }

    /** The civil registry says that the number must not be used. */
    static final class NumberUnusable extends WalkInRefused {
        NumberUnusable() {
            super("the registry does not let the number be used");
        }
    }

    /** The officer looked up as many numbers within an hour as anybody may. */
    static final class LookedUpTooOften extends WalkInRefused {
        LookedUpTooOften() {
            super("too many numbers were looked up within an hour");
        }
    }

    /** The form meant has gone in, or was given up. */
    static final class FormGone extends WalkInRefused {
        FormGone() {
            super("the form is no longer ready");
        }
    }

    /** By the day of birth the person is none of those. */
    static final class NotOfTheGroup extends WalkInRefused {
        private final PriorityGroup group;

        NotOfTheGroup(PriorityGroup group) {
            super("not of the group " + group);
            this.group = group;
        }

        PriorityGroup group() {
            return group;
        }
    }
}
