package titian.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import titian.shared.Nik;

/** What stands on an identity card (KTP), out of the text a program made of its photograph. */
final class CardText {

    /** Sixteen signs that are digits or are taken for some, and spaces that are none. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<![0-9A-Za-z])(?:[0-9OoQDIlL|BSZG] ?){15}[0-9OoQDIlL|BSZG](?![0-9A-Za-z])");

    private static final Pattern NAME = Pattern.compile("(?im)^\\W{0,3}Nama\\W{1,4}([A-Z][A-Z .,'-]{1,60})\\s*$");
    private static final Pattern DATE =
            Pattern.compile("(?<!\\d)(\\d{2})\\s?[-–.]\\s?(\\d{2})\\s?[-–.]\\s?(\\d{4})(?!\\d)");

    private CardText() {}

    /** Nothing but what could be made out. */
    static Reading read(String text) {
        return new Reading(nik(text), name(text), birthDate(text), null, true);
    }

    private static @Nullable String nik(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(found -> digits(found.group().replace(" ", "")))
                .filter(digits -> digits.matches(Nik.FORMAT))
                .findFirst()
                .orElse(null);
    }

    /** What looks like a letter among digits is the digit it looks like. */
    static String digits(String read) {
        return read.replaceAll("[OoQD]", "0")
                .replaceAll("[IlL|]", "1")
                .replace('Z', '2')
                .replace('S', '5')
                .replace('G', '6')
                .replace('B', '8');
    }

    private static @Nullable String name(String text) {
        var found = NAME.matcher(text);
        return found.find() ? found.group(1).strip() : null;
    }

    /** The first date on a card is the day of birth. */
    private static @Nullable LocalDate birthDate(String text) {
        return DATE.matcher(text)
                .results()
                .flatMap(found -> date(
                        Integer.parseInt(found.group(3)),
                        Integer.parseInt(found.group(2)),
                        Integer.parseInt(found.group(1)))
                        .stream())
                .findFirst()
                .orElse(null);
    }

    static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
