package titian.casework;

/**
 * Why an application is refused: on what ground, and in words the applicant will read.
 *
 * @param why in plain words
 */
record Grounds(Ground ground, String why) {

    /** The grounds there are. */
    enum Ground {
        /** A paper is forged or was changed. */
        FALSE_PAPER,
        /** What was said is not true. */
        FALSE_STATEMENT,
        /** The papers are somebody else's. */
        ANOTHER_PERSON,
        /** Not a citizen, or barred from travelling. */
        NOT_ENTITLED,
        OTHER;

        String text() {
            return "casework.ground." + name();
        }
    }

    /** Without the words: they are about a person. */
    @Override
    public String toString() {
        return "refusal on the ground " + ground;
    }
}
