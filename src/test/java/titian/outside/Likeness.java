package titian.outside;

import java.util.Locale;
import java.util.regex.Pattern;

/** The registry's ways to compare a claim with what it knows, blind to case and spaces. */
enum Likeness {
    EQUAL,
    NUMBER,
    SCORED;

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=.)");

    /** The registry's verdict in its own words, with a score where it gives one. */
    String verdict(String known, String claimed, int threshold) {
        return switch (this) {
            case EQUAL -> verdict(plain(known).equals(plain(claimed)));
            case NUMBER -> verdict(number(known).equals(number(claimed)));
            case SCORED -> {
                var score = score(plain(known), plain(claimed));
                yield verdict(score >= threshold) + " (" + score + ")";
            }
        };
    }

    private static String verdict(boolean same) {
        return same ? "Sesuai" : "Tidak Sesuai";
    }

    private static String plain(String text) {
        return SPACES.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
    }

    private static String number(String text) {
        return LEADING_ZEROS.matcher(plain(text)).replaceFirst("");
    }

    /** 100 for the same text, less for each letter that would have to be changed, put in or taken out. */
    private static int score(String known, String claimed) {
        var longer = Math.max(known.length(), claimed.length());
        if (known.isEmpty() || claimed.isEmpty()) {
            return 0;
        }
        return 100 * (longer - distance(known, claimed)) / longer;
    }

    private static int distance(String from, String to) {
        var above = new int[to.length() + 1];
        for (var j = 0; j <= to.length(); j++) {
            above[j] = j;
        }
        for (var i = 1; i <= from.length(); i++) {
            var row = new int[to.length() + 1];
            row[0] = i;
            for (var j = 1; j <= to.length(); j++) {
                var change = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[to.length()];
    }
}
