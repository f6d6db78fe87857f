package titian.registry;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import titian.registry.RecordAnswer.Told;
import titian.registry.RecordAnswer.Withheld;
import titian.registry.RegistryDesk.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The language of the registry's service that tells a person's record. It tells it to whoever has an agreement; whom we
 * tell it is decided here, by comparing what they said of the person with the record, letter by letter.
 */
final class RecordLanguage {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<DateTimeFormatter> DATES =
            List.of(DateTimeFormatter.ofPattern("dd-MM-uuuu"), DateTimeFormatter.ISO_LOCAL_DATE);

    private RecordLanguage() {}

    static String question(Person person, RegistryAccess access) {
        var question = new LinkedHashMap<String, String>();
        question.put("USER_ID", access.user());
        question.put("PASSWORD", access.password());
        question.put("IP_USER", access.ip());
        question.put("NIK", person.nik().value());
        return JSON.writeValueAsString(question);
    }

    static Telling read(int status, String text, Person person, String mother) {
        return DukcapilLanguage.read(
                status,
                text,
                Telling::turnedDown,
                content -> isOf(content, person, mother)
                        ? new Telling(new Told(record(content)), "TOLD", null)
                        : new Telling(new Withheld(), "WITHHELD", null));
    }

    private static boolean isOf(JsonNode content, Person person, String mother) {
        return said(content, "NIK").equals(person.nik().value())
                && date(said(content, "TGL_LHR"))
                        .filter(person.birthDate()::equals)
                        .isPresent()
                && areAlike(said(content, "NAMA_LGKP_IBU"), mother);
    }

    /** The same letters, whatever stands between them; nothing is like nothing. */
    private static boolean areAlike(String recorded, String typed) {
        return !letters(recorded).isEmpty() && letters(recorded).equals(letters(typed));
    }

    private static String letters(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("\\P{L}", "");
    }

    private static RegistryRecord record(JsonNode content) {
        var province = twoDigits(said(content, "NO_PROP"));
        var regency = within(province, said(content, "NO_KAB"));
        return new RegistryRecord(
                said(content, "TMPT_LHR"),
                said(content, "JENIS_PKRJN"),
                address(content),
                province,
                regency,
                within(regency, said(content, "NO_KEC")));
    }

    private static String address(JsonNode content) {
        var neighbours = Stream.of("RT " + said(content, "NO_RT"), "RW " + said(content, "NO_RW"))
                .filter(part -> part.length() > 3)
                .collect(Collectors.joining("/"));
        return Stream.of(said(content, "ALAMAT"), neighbours, said(content, "KEL_NAME"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** Its numbers come without the zeros before them; a code of ours is 31, 31.74, 31.74.09. */
    private static String within(String above, String number) {
        return above.isEmpty() || number.isEmpty() ? "" : above + "." + twoDigits(number);
    }

    private static String twoDigits(String number) {
        return number.matches("\\d") ? "0" + number : number;
    }

    private static Optional<LocalDate> date(String said) {
        return DATES.stream().flatMap(form -> parsed(said, form).stream()).findFirst();
    }

    private static Optional<LocalDate> parsed(String said, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDate.parse(said, form));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static String said(JsonNode content, String field) {
        return content.path(field).asString("").strip();
    }
}
