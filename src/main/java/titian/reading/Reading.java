package titian.reading;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a program read on a paper: as much of it as it could make out. It prints nothing.
 *
 * @param sumsHold whether the sums hold by which a passport's two lines prove that they were read well
 */
public record Reading(
        @Nullable String nik,
        @Nullable String name,
        @Nullable LocalDate birthDate,
        @Nullable String passportNumber,
        boolean sumsHold) {

    public static final Reading NOTHING = new Reading(null, null, null, null, true);

    /** A name is as typed if at most a fifth of its letters are not: so many are misread on a good photograph. */
    private static final int ALIKE = 5;

    /** As long as the shortest line of names on a paper. */
    private static final int CUT = 20;

    private static final Pattern NO_LETTER = Pattern.compile("[^A-Z]");

    /** The number, name and birth that stand in the text of an identity card. */
    public static Reading ofCard(String text) {
        return CardText.read(text);
    }

    /** What the two lines for machines of a passport say. */
    public static Reading ofPassport(String text, LocalDate today) {
        return MachineZone.read(text, today);
    }

    public boolean isNothing() {
        return equals(NOTHING);
    }

    /** Each thing that was made out, by its name. */
    public Map<String, String> facts() {
        var facts = new LinkedHashMap<String, String>();
        if (nik != null) {
            facts.put("nik", nik);
        }
        if (name != null) {
            facts.put("name", name);
        }
        if (birthDate != null) {
            facts.put("birth_date", birthDate.toString());
        }
        if (passportNumber != null) {
            facts.put("passport_number", passportNumber);
        }
        return facts;
    }

    /** What was read otherwise than it was typed. Of two lines whose sums do not hold nothing is said: they were misread. */
    public Set<Difference> from(Typed typed) {
        var differing = EnumSet.noneOf(Difference.class);
        if (!sumsHold) {
            return differing;
        }
        if (nik != null && !nik.equals(typed.nik().value())) {
            differing.add(Difference.NIK);
        }
        if (name != null && !isAlike(letters(name), letters(typed.name()))) {
            differing.add(Difference.NAME);
        }
        if (birthDate != null && !birthDate.equals(typed.birthDate())) {
            differing.add(Difference.BIRTH_DATE);
        }
        if (passportNumber != null
                && typed.passportNumber() != null
                && !passportNumber.equals(typed.passportNumber())) {
            differing.add(Difference.PASSPORT_NUMBER);
        }
        return differing;
    }

    private static String letters(String name) {
        var plain = Normalizer.normalize(name.toUpperCase(Locale.ROOT), Normalizer.Form.NFD);
        return NO_LETTER.matcher(plain).replaceAll("");
    }

    /** A long name is cut short where its line ends. */
    private static boolean isAlike(String read, String typed) {
        var begun = typed.substring(0, Math.min(typed.length(), Math.max(read.length(), 1)));
        var most = Math.max(1, typed.length() / ALIKE);
        return Math.min(distance(read, typed), read.length() >= CUT ? distance(read, begun) : Integer.MAX_VALUE)
                <= most;
    }

    /** How many letters must be put in, taken out or replaced to make one of the other. */
    private static int distance(String one, String other) {
        var above = new int[other.length() + 1];
        for (int j = 0; j < above.length; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            var row = new int[above.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                var replaced = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[other.length()];
    }

    @Override
    public String toString() {
        return "what was read";
    }
}
