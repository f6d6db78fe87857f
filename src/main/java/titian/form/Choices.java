package titian.form;

import java.text.Collator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import titian.office.Region;
import titian.web.Words;

/** What there is to choose from, as lists on pages want it: the value sent back and the words shown, in order. */
public final class Choices {

    private static final Map<Locale, Map<String, String>> COUNTRIES = new ConcurrentHashMap<>();

    private Choices() {}

    public static Map<String, String> of(Words words, String key, Enum<?>... values) {
        var choices = new LinkedHashMap<String, String>();
        for (var value : values) {
            choices.put(value.name(), words.text(key + "." + value.name()));
        }
        return choices;
    }

    public static Map<String, String> yesNo(Words words, String key) {
        return inOrder("no", words.text(key + ".no"), "yes", words.text(key + ".yes"));
    }

    public static Map<String, String> cardValidity(Words words) {
        return inOrder(
                "lifetime", words.text("form.card-validity.lifetime"), "until", words.text("form.card-validity.until"));
    }

    private static Map<String, String> inOrder(String one, String itsWords, String other, String otherWords) {
        var choices = new LinkedHashMap<String, String>();
        choices.put(one, itsWords);
        choices.put(other, otherWords);
        return choices;
    }

    public static Map<String, String> regions(List<Region> regions) {
        var choices = new LinkedHashMap<String, String>();
        regions.forEach(region -> choices.put(region.code(), region.name()));
        return choices;
    }

    /** Every country but ours, by its name in the reader's language. */
    public static Map<String, String> countries(Words words) {
        return COUNTRIES.computeIfAbsent(words.locale(), locale -> {
            var byName = new TreeMap<String, String>(Collator.getInstance(locale));
            for (var code : Locale.getISOCountries()) {
                byName.put(Locale.of("", code).getDisplayCountry(locale), code);
            }
            var choices = new LinkedHashMap<String, String>();
            byName.forEach((name, code) -> choices.put(code, name));
            choices.remove("ID");
            return choices;
        });
    }
}
