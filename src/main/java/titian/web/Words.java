package titian.web;

import gg.jte.Content;
import gg.jte.support.LocalizationSupport;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import titian.shared.Money;

/**
 * The texts of one language, and how it writes days, hours and money. Texts live in {@code
 * messages/<module>_{id,en}.properties} under keys that begin with the module's name; a page holds none itself.
 */
public final class Words implements LocalizationSupport {

    public static final Locale INDONESIAN = Locale.of("id");
    public static final Locale ENGLISH = Locale.ENGLISH;

    private static final Words IN_INDONESIAN = new Words(INDONESIAN);
    private static final Words IN_ENGLISH = new Words(ENGLISH);

    private final Locale locale;
    private final Map<String, ResourceBundle> bundles = new ConcurrentHashMap<>();

    private Words(Locale locale) {
        this.locale = locale;
    }

    /** The words of a language; Indonesian for any we do not speak. */
    public static Words in(Locale locale) {
        return locale.getLanguage().equals("en") ? IN_ENGLISH : IN_INDONESIAN;
    }

    public Locale locale() {
        return locale;
    }

    public boolean areIndonesian() {
        return locale.equals(INDONESIAN);
    }

    /** A text for the body of a page; {@code {0}}, {@code {1}} ... are replaced and escaped. */
    public Content t(String key, Object... parameters) {
        return localize(key, parameters);
    }

    /** A text where no markup can stand: titles, attributes, plain letters. */
    public String text(String key, Object... parameters) {
        var text = lookup(key);
        for (int i = 0; i < parameters.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(parameters[i]));
        }
        return text;
    }

    /** One or many: the text under {@code key.one} for 1, else under {@code key.many}, with the count as {0}. */
    public String count(String key, long count) {
        return text(key + (count == 1 ? ".one" : ".many"), number(count));
    }

    /** The options of a choice in their order, each with its text under {@code key.option}. */
    public Map<String, String> choices(String key, String... options) {
        var choices = new LinkedHashMap<String, String>();
        for (var option : options) {
            choices.put(option, text(key + "." + option));
        }
        return choices;
    }

    /** A text that need not be there. */
    public Optional<String> find(String key) {
        var bundle = bundles.computeIfAbsent(moduleOf(key), this::bundle);
        return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }

    private static String moduleOf(String key) {
        return key.substring(0, Math.max(0, key.indexOf('.')));
    }

    @Override
    public String lookup(String key) {
        try {
            return bundles.computeIfAbsent(moduleOf(key), this::bundle).getString(key);
        } catch (MissingResourceException e) {
            throw new IllegalStateException("no text for " + key + " in " + locale, e);
        }
    }

    /** Selasa, 8 Desember 2026 */
    public String day(LocalDate day) {
        return write("EEEE, d MMMM uuuu", day);
    }

    /** 8 Desember 2026 */
    public String date(LocalDate day) {
        return write("d MMMM uuuu", day);
    }

    /** Sel, 8 Des */
    public String shortDay(LocalDate day) {
        return write("EEE, d MMM", day);
    }

    /** Selasa, 8 Desember */
    public String dayOfYear(LocalDate day) {
        return write("EEEE, d MMMM", day);
    }

    /** Desember 2026 */
    public String month(YearMonth month) {
        return write("MMMM uuuu", month);
    }

    /** Selasa */
    public String weekday(DayOfWeek day) {
        return write("EEEE", day);
    }

    /** Sel */
    public String shortWeekday(DayOfWeek day) {
        return write("EEE", day);
    }

    /** 09.30 in Indonesian, 09:30 in English. */
    public String hour(Instant at, ZoneId zone) {
        return write(areIndonesian() ? "HH.mm" : "HH:mm", at.atZone(zone));
    }

    /** 08.00 in Indonesian, 08:00 in English. */
    public String hour(LocalTime time) {
        return write(areIndonesian() ? "HH.mm" : "HH:mm", time);
    }

    /** WIB, WITA or WIT for the zones of Indonesia; elsewhere the zone's own short name. */
    public String zone(ZoneId zone) {
        return switch (zone.getId()) {
            case "Asia/Jakarta", "Asia/Pontianak" -> "WIB";
            case "Asia/Makassar" -> "WITA";
            case "Asia/Jayapura" -> "WIT";
            default -> zone.getDisplayName(java.time.format.TextStyle.SHORT, locale);
        };
    }

    /** Rp650.000 in both languages: people compare it with what the bank shows. */
    public String money(Money money) {
        return money.toString();
    }

    public String number(long number) {
        return String.format(areIndonesian() ? Locale.of("id", "ID") : Locale.UK, "%,d", number);
    }

    private String write(String pattern, TemporalAccessor moment) {
        return DateTimeFormatter.ofPattern(pattern, areIndonesian() ? Locale.of("id", "ID") : Locale.UK)
                .format(moment);
    }

    private ResourceBundle bundle(String module) {
        return ResourceBundle.getBundle(
                "messages." + module,
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
