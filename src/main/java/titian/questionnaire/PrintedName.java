package titian.questionnaire;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A name as the passport will have it (ICAO Doc 9303 parts 3 and 4): whole on the page, and in the 39 places that the
 * machine-readable zone of a book has for it.
 *
 * @param page what stands on the page
 * @param line the 39 places: {@code SANTOSO<<SITI<RAHAYU<<<...}
 * @param cut whether the name is longer than the zone, so that only its beginning is there
 */
public record PrintedName(String page, String line, boolean cut) {

    /** Places 6 to 44 of the first line. */
    public static final int PLACES = 39;

    private static final String BETWEEN_IDENTIFIERS = "<<";
    private static final Pattern DROPPED = Pattern.compile("[^A-Z <,-]");
    private static final Pattern BETWEEN_PARTS = Pattern.compile("[ <,-]+");

    /** Which words of a name come first in the zone, as the primary identifier. */
    public enum Primary {
        /** The last word; the others follow. What stands here of Indonesian books. */
        LAST_WORD,
        /** All of them: the name has no family name to tell apart. */
        WHOLE_NAME
    }

    static PrintedName of(String name, Primary primary) {
        var parts = parts(name);
        var last = parts.size() > 1 && primary == Primary.LAST_WORD ? parts.size() - 1 : 0;
        return last == 0
                ? of(name, parts, List.of())
                : of(name, parts.subList(last, parts.size()), parts.subList(0, last));
    }

    /** A name whose identifiers are told apart already. */
    static PrintedName of(String primary, String secondary) {
        return of((secondary + " " + primary).strip(), parts(primary), parts(secondary));
    }

    private static PrintedName of(String name, List<String> primary, List<String> secondary) {
        var whole = Stream.of(primary, secondary)
                .filter(identifier -> !identifier.isEmpty())
                .map(identifier -> String.join("<", identifier))
                .collect(Collectors.joining(BETWEEN_IDENTIFIERS));
        var cut = whole.length() > PLACES;
        var line = cut ? cut(primary, secondary) : whole + "<".repeat(PLACES - whole.length());
        return new PrintedName(name, line, cut);
    }

    /** Apostrophes join what they part, hyphens and spaces part it, other signs are left out. */
    private static List<String> parts(String name) {
        var letters = DROPPED.matcher(Transliteration.of(name)).replaceAll("");
        return Stream.of(BETWEEN_PARTS.split(letters))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /**
     * Of the primary identifier the last words become one letter each until the secondary has room to begin; then all
     * is cut off at the last place, which must be a letter.
     */
    private static String cut(List<String> primary, List<String> secondary) {
        var parts = new ArrayList<>(primary);
        var room = secondary.isEmpty() ? PLACES : PLACES - BETWEEN_IDENTIFIERS.length() - 1;
        for (int last = parts.size() - 1; last > 0 && !secondary.isEmpty() && length(parts) > room; last--) {
            parts.set(last, parts.get(last).substring(0, 1));
        }
        var first = String.join("<", parts);
        var kept = first.length() > room ? endingInLetter(first, room) : first;
        return secondary.isEmpty()
                ? kept
                : endingInLetter(kept + BETWEEN_IDENTIFIERS + String.join("<", secondary), PLACES);
    }

    private static int length(List<String> parts) {
        return String.join("<", parts).length();
    }

    /** Should a filler fall on the last place, the word before that can spare one gives up a letter. */
    private static String endingInLetter(String line, int places) {
        if (line.length() <= places || line.charAt(places - 1) != '<') {
            return line.substring(0, Math.min(places, line.length()));
        }
        for (int at = places - 2; at > 0; at--) {
            if (line.charAt(at) != '<' && line.charAt(at - 1) != '<' && line.charAt(at + 1) == '<') {
                return endingInLetter(line.substring(0, at) + line.substring(at + 1), places);
            }
        }
        return line.substring(0, places);
    }

    /** The name as it stands in the zone, without its fillers, for reading. */
    public String readable() {
        return line.replaceAll("<+$", "");
    }

    /** Whether anything but the order is different from how the name is written. */
    public boolean isDifferent() {
        return cut || !DROPPED.matcher(page).replaceAll("").equals(page) || page.contains("-");
    }

    @Override
    public String toString() {
        return "printed name";
    }
}
