package titian.audit;

import java.util.regex.Pattern;

/** What was typed as a reason, without a number or an address of anybody: what the audit holds is never forgotten. */
final class Discreet {

    private static final Pattern SOMEBODYS = Pattern.compile("[^\\s@]+@[^\\s@]+"
            + "|(?<![0-9])(?:[0-9]{16}|[0-9]{4}(?:[ .-][0-9]{4}){3}|[0-9]{6}[ .-][0-9]{6}[ .-][0-9]{4})(?![0-9])"
            + "|(?<![0-9])(?:[+]?62|0)[ -]?8(?:[ -]?[0-9]){7,11}(?![0-9])");

    private Discreet() {}

    static String reason(String typed) {
        return SOMEBODYS.matcher(typed).replaceAll("•••");
    }
}
