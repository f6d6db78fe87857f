package titian.interview;

import java.util.Locale;

/** What every applicant is asked at the counter, and what the officer notes of it. */
enum Question {
    PURPOSE,
    COMPANIONS,
    MEANS,
    FORMER_PASSPORT,
    RETURN,
    IMPRESSION;

    String text() {
        return "interview.question." + name();
    }

    String hint() {
        return text() + ".hint";
    }

    /** The name of its field. */
    String field() {
        return name().toLowerCase(Locale.ROOT);
    }
}
