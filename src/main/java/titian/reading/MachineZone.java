package titian.reading;

import java.time.LocalDate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The two lines at the foot of a passport that machines read (ICAO Doc 9303, TD3), out of the text of its photograph. */
final class MachineZone {

    private static final Pattern SPACES = Pattern.compile("[ \\t]+");

    /** P, whose passport it is, and the names. */
    private static final Pattern FIRST = Pattern.compile("(?m)^.{0,2}P[A-Z<][A-Z0-9<]{3}([A-Z<]{20,42}).{0,2}$");

    private static final String DIGIT = "[0-9OQDILSZGB]";

    /** Number, country, birth, sex, end: each of the three that matter with its sum. */
    private static final Pattern SECOND =
            Pattern.compile("([A-Z0-9<]{9})(D)([A-Z0-9<]{3})(D{6})(D)[MFX<](D{6})(D)".replace("D", DIGIT));

    private static final Pattern BETWEEN_NAMES = Pattern.compile("<+");
    private static final int[] WEIGHTS = {7, 3, 1};
    private static final int LETTER_A = 10;
    private static final int CENTURY = 100;

    private MachineZone() {}

    /**
     * @param today of two centuries a birth was in the one that is not ahead
     */
    static Reading read(String text, LocalDate today) {
        var lines = SPACES.matcher(text).replaceAll("").replace('«', '<');
        var second = SECOND.matcher(lines);
        return second.find() ? reading(second.toMatchResult(), names(lines), today) : Reading.NOTHING;
    }

    private static Reading reading(MatchResult found, @Nullable String names, LocalDate today) {
        var number = number(found.group(1));
        var birth = CardText.digits(found.group(4));
        var end = CardText.digits(found.group(6));
        var holds = holds(number, found.group(2)) && holds(birth, found.group(5)) && holds(end, found.group(7));
        return new Reading(null, names, birthDate(birth, today), number.replace("<", ""), holds);
    }

    /** An Indonesian number is a letter and seven digits. */
    private static String number(String read) {
        return read.matches("[A-Z]" + DIGIT + "{7}<") ? read.charAt(0) + CardText.digits(read.substring(1)) : read;
    }

    private static @Nullable LocalDate birthDate(String digits, LocalDate today) {
        int year = Integer.parseInt(digits.substring(0, 2));
        int century = today.getYear() / CENTURY * CENTURY;
        int month = Integer.parseInt(digits.substring(2, 4));
        int day = Integer.parseInt(digits.substring(4));
        return CardText.date(century + year, month, day)
                .filter(date -> !date.isAfter(today))
                .or(() -> CardText.date(century - CENTURY + year, month, day))
                .orElse(null);
    }

    /** Given names come after the surname; one who has a single name has it where surnames stand. */
    private static @Nullable String names(String lines) {
        var first = FIRST.matcher(lines);
        if (!first.find()) {
            return null;
        }
        var parts = first.group(1).split("<<", 2);
        var all = parts.length == 2 ? parts[1] + "<" + parts[0] : parts[0];
        return BETWEEN_NAMES.matcher(all).replaceAll(" ").strip();
    }

    /** Letters are 10 to 35, and the weights 7, 3, 1 come again and again. */
    private static boolean holds(String said, String sum) {
        int total = 0;
        for (int i = 0; i < said.length(); i++) {
            char sign = said.charAt(i);
            int value = sign == '<' ? 0 : Character.isDigit(sign) ? sign - '0' : sign - 'A' + LETTER_A;
            total += value * WEIGHTS[i % WEIGHTS.length];
        }
        return total % LETTER_A == Integer.parseInt(CardText.digits(sum));
    }
}
