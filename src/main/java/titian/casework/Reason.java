package titian.casework;

/** Why a paper is not good. Each has words for officers, and for the applicant what is wrong and how to mend it. */
enum Reason {
    UNREADABLE,
    GLARE,
    CUT_OFF,
    WRONG_PAPER,
    NOT_THE_APPLICANT,
    DATA_DIFFERS,
    OUT_OF_DATE,
    A_COPY,
    PAGES_MISSING,
    /** It was not handed in, or is no longer there. */
    MISSING,
    /** In the officer's own words. */
    OTHER;

    /** What officers choose it by. */
    String text() {
        return "casework.reason." + name();
    }

    /** What the applicant is told. */
    String told() {
        return text() + ".told";
    }

    /** How the applicant mends it. */
    String mended() {
        return text() + ".mended";
    }
}
