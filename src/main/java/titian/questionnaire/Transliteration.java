package titian.questionnaire;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which letters of A to Z stand for a national character in the machine-readable zone: ICAO Doc 9303 part 3, section 6,
 * table A (Latin), by its first recommendation where it leaves a choice.
 */
final class Transliteration {

    /** Each line: what is printed, and the characters it stands for. */
    private static final Map<String, String> TABLE = table("""
            A ÁÀÂÃĂĀĄ
            AE ÄÆ
            AA Å
            C ĆĈČĊÇ
            D ĐĎÐ
            E ÉÈÊËĚĖĒĘĔ
            G ĜĞĠĢ
            H ĦĤ
            I ÍÌÎÏĨİĪĮĬ
            IJ Ĳ
            J Ĵ
            K Ķ
            L ŁĹĽĻĿ
            N ŃÑŇŅŊ
            O ÓÒÔÕŐŌŎ
            OE ÖØŒ
            R ŔŘŖ
            S ŚŜŠŞȘ
            SS ẞ
            T ŤŢŦȚ
            TH Þ
            U ÚÙÛŨŬŰŮŪŲ
            UE Ü
            W Ŵ
            Y ÝŶŸ
            Z ŹŽŻ
            """);

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Transliteration() {}

    private static Map<String, String> table(String lines) {
        var table = new HashMap<String, String>();
        lines.lines()
                .map(line -> line.split(" "))
                .forEach(line ->
                        line[1].codePoints().forEach(character -> table.put(Character.toString(character), line[0])));
        return Map.copyOf(table);
    }

    /** Capitals of A to Z; what is no letter stays as it is, for whoever knows what to make of it. */
    static String of(String name) {
        var composed = Normalizer.normalize(name, Normalizer.Form.NFC).toUpperCase(Locale.ROOT);
        var written = new StringBuilder();
        composed.codePoints().mapToObj(Character::toString).forEach(character -> written.append(letter(character)));
        return written.toString();
    }

    /** A letter the table does not have is written without its marks, as Vietnamese ones. */
    private static String letter(String character) {
        var listed = TABLE.get(character);
        return listed == null
                ? MARKS.matcher(Normalizer.normalize(character, Normalizer.Form.NFD))
                        .replaceAll("")
                : listed;
    }
}
