package titian.contact;

import org.jspecify.annotations.Nullable;

/** The digits sent to both ends, as typed or pasted. It prints nothing of them. */
record DigitsForm(String newDigits, String oldDigits) {

    private static final String SIX = "[0-9]{6}";

    static final DigitsForm BLANK = new DigitsForm("", "");

    DigitsForm(@Nullable String newDigits, @Nullable String oldDigits) {
        this.newDigits = tidy(newDigits);
        this.oldDigits = tidy(oldDigits);
    }

    private static String tidy(@Nullable String typed) {
        return typed == null ? "" : typed.replaceAll("[\\s.-]", "");
    }

    boolean hasNew() {
        return newDigits.matches(SIX);
    }

    boolean hasOld() {
        return oldDigits.matches(SIX);
    }

    @Override
    public String toString() {
        return "digits";
    }
}
