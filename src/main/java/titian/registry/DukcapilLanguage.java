package titian.registry;

import static titian.registry.RegistryAnswer.Unusable.Why.DEAD;
import static titian.registry.RegistryAnswer.Unusable.Why.DUPLICATE;
import static titian.registry.RegistryAnswer.Unusable.Why.INACTIVE;

import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import titian.registry.RegistryAnswer.Differs;
import titian.registry.RegistryAnswer.Field;
import titian.registry.RegistryAnswer.Matches;
import titian.registry.RegistryAnswer.Unknown;
import titian.registry.RegistryAnswer.Unusable;
import titian.registry.RegistryDesk.Person;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The language of the registry's service that compares a person field by field: each field sent comes back as
 * {@code Sesuai} or {@code Tidak Sesuai}, some with a score; a response code stands in their place when there is
 * nobody to compare with, and words alone when the question itself is refused.
 */
final class DukcapilLanguage {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd-MM-uuuu");
    private static final Pattern SAID = Pattern.compile("(tidak )?sesuai(?: \\(\\d{1,3}\\))?");
    private static final Map<String, Field> COMPARED = Map.of("NAMA_LGKP", Field.NAME, "TGL_LHR", Field.BIRTH_DATE);

    private DukcapilLanguage() {}

    static String question(Person person, RegistryAccess access) {
        var question = new LinkedHashMap<String, String>();
        question.put("USER_ID", access.user());
        question.put("PASSWORD", access.password());
        question.put("IP_USER", access.ip());
        question.put("TRESHOLD", String.valueOf(access.threshold()));
        question.put("NIK", person.nik().value());
        question.put("NAMA_LGKP", person.name().strip().toUpperCase(Locale.ROOT));
        question.put("TGL_LHR", person.birthDate().format(DATE));
        return JSON.writeValueAsString(question);
    }

    static Verdict read(int status, String text) {
        return read(status, text, Function.identity(), DukcapilLanguage::compared);
    }

    /** Reads an answer to any question: turned down or coded, or what it says of the one person it is about. */
    static <T> T read(int status, String text, Function<Verdict, T> turnedDown, Function<JsonNode, T> answered) {
        if (status != 200) {
            return turnedDown.apply(Verdict.none("STATUS_" + (status >= 500 ? "BROKEN" : "REFUSED")));
        }
        try {
            var content = JSON.readTree(text).path("content");
            return content.isArray() && content.size() == 1
                    ? read(content.get(0), turnedDown, answered)
                    : turnedDown.apply(Verdict.none("GARBLED"));
        } catch (JacksonException _) {
            return turnedDown.apply(Verdict.none("GARBLED"));
        }
    }

    private static <T> T read(JsonNode content, Function<Verdict, T> turnedDown, Function<JsonNode, T> answered) {
        var code = content.path("RESPONSE_CODE").asString("");
        if (!code.isEmpty()) {
            return turnedDown.apply(coded(code));
        }
        var words = content.path("RESPON").asString("");
        return words.isEmpty() ? answered.apply(content) : turnedDown.apply(refused(words));
    }

    private static Verdict coded(String code) {
        return switch (code) {
            case "11" -> new Verdict(new Unusable(DEAD), "DEAD", code);
            case "12" -> new Verdict(new Unusable(DUPLICATE), "DUPLICATE", code);
            case "13" -> new Verdict(new Unknown(), "UNKNOWN", code);
            case "14" -> new Verdict(new Unusable(INACTIVE), "INACTIVE", code);
            case "15" -> new Verdict(new Unknown(), "MALFORMED_NUMBER", code);
            default -> Verdict.none("GARBLED");
        };
    }

    /** Refused questions say nothing about the person: who asked, how often, or the registry itself is the trouble. */
    private static Verdict refused(String words) {
        return Verdict.none(
                switch (words.strip().toLowerCase(Locale.ROOT)) {
                    case "sistem sibuk" -> "BUSY";
                    case "kuota hari ini habis" -> "QUOTA_USED_UP";
                    case "akun tidak ditemukan" -> "ACCOUNT_UNKNOWN";
                    case "ip tidak sesuai" -> "ADDRESS_REFUSED";
                    case "threshold tidak sesuai" -> "THRESHOLD_REFUSED";
                    case "parameter tidak sesuai" -> "PARAMETERS_REFUSED";
                    case "data gagal didecrypt" -> "NOT_DECRYPTED";
                    default -> "GARBLED";
                });
    }

    private static Verdict compared(JsonNode content) {
        if (content.has("NIK") && !Boolean.TRUE.equals(alike(content.path("NIK")))) {
            return Verdict.none("GARBLED");
        }
        var differing = EnumSet.noneOf(Field.class);
        for (var compared : COMPARED.entrySet()) {
            var alike = alike(content.path(compared.getKey()));
            if (alike == null) {
                return Verdict.none("GARBLED");
            }
            if (!alike) {
                differing.add(compared.getValue());
            }
        }
        return differing.isEmpty()
                ? new Verdict(new Matches(), "MATCHES", null)
                : new Verdict(new Differs(differing), "DIFFERS", null);
    }

    /** Whether the registry found a field to be as we said; null if it said neither. */
    private static @Nullable Boolean alike(JsonNode said) {
        var verdict = SAID.matcher(said.asString("").strip().toLowerCase(Locale.ROOT));
        return verdict.matches() ? verdict.group(1) == null : null;
    }
}
