package titian.simponi;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import titian.tariff.Quote.Line;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * The language of SIMPONI, the state's billing: lists of texts whose place gives them their meaning, and times of
 * Jakarta.
 */
final class SimponiLanguage {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter OTHER_TIME =
            DateTimeFormatter.ofPattern("dd-MM-uuuu HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern CODE = Pattern.compile("\\d{15}");
    private static final Pattern BANK_NUMBER = Pattern.compile("[0-9A-Za-z]{1,20}");
    private static final Pattern STATE_NUMBER = Pattern.compile("[0-9A-Za-z]{16}");
    private static final Pattern OTHER_CODE = Pattern.compile("[0-9A-Za-z]{1,10}");
    private static final int PASSWORD = 2;
    private static final int PAYER = 10;
    private static final int NIK = 13;
    private static final String MASK = "***";
    private static final String NO_TAX_NUMBER = "0".repeat(15);

    private SimponiLanguage() {}

    /** Asks for a code that can be paid until the bill's time is up, and not a second longer. */
    static String billingCode(Owed owed, BillerAccess access) {
        var total = String.valueOf(owed.amount().amount());
        var nik = owed.nik();
        var header = List.of(
                owed.trxId(),
                access.user(),
                access.password(),
                TIME.format(owed.payBy().atZone(JAKARTA)),
                access.ministry(),
                access.directorate(),
                access.unit(),
                "F",
                "1",
                total,
                owed.payer(),
                access.unit(),
                NO_TAX_NUMBER,
                nik == null ? "" : nik.value());
        var details = owed.lines().stream().map(line -> detail(line, access)).toList();
        return JSON.writeValueAsString(
                Map.of("method", "billingcode_v4", "data", Map.of("header", header, "detail", details)));
    }

    private static List<String> detail(Line line, BillerAccess access) {
        var amount = String.valueOf(line.amount().amount());
        return List.of(
                line.nameInIndonesian(),
                access.tariff(line.tariffCode()),
                access.regulation(),
                access.revenueAccount(),
                amount,
                "1",
                "permohonan",
                amount,
                access.province(),
                access.regency());
    }

    /** Asks whether a code was paid. */
    static String inquiry(String trxId, String code, BillerAccess access) {
        var data = List.of(
                trxId, access.user(), access.password(), code, access.ministry(), access.directorate(), access.unit());
        return JSON.writeValueAsString(Map.of("method", "inquirybilling_v2", "data", data));
    }

    /** A question as it may be written down: without our password, the person's name and number. */
    static String masked(String question) {
        var asked = JSON.readTree(question);
        var data = asked.path("data");
        if (data instanceof ArrayNode inquiry) {
            inquiry.set(PASSWORD, MASK);
        } else if (data.path("header") instanceof ArrayNode header) {
            List.of(PASSWORD, PAYER, NIK).forEach(place -> header.set(place, MASK));
        }
        return JSON.writeValueAsString(asked);
    }

    /** Understands the answer to {@link #billingCode}. A code that outlives the bill is of no use. */
    static Said readCode(String text, Instant payBy) {
        return read(text, 4, data -> {
            var until = time(data.get(3));
            if (until == null || !CODE.matcher(data.get(1)).matches()) {
                return new Said.Nothing("GARBLED");
            }
            return until.isAfter(payBy) ? new Said.Nothing("TOO_LONG") : new Said.Code(data.get(1), until);
        });
    }

    /** Understands the answer to {@link #inquiry}. */
    static Said readInquiry(String text) {
        return read(text, 7, data -> {
            var at = time(data.get(3));
            if (at == null
                    || !BANK_NUMBER.matcher(data.get(1)).matches()
                    || !STATE_NUMBER.matcher(data.get(2)).matches()
                    || !OTHER_CODE.matcher(data.get(4)).matches()
                    || !OTHER_CODE.matcher(data.get(5)).matches()) {
                return new Said.Nothing("GARBLED");
            }
            return new Said.Paid(new Said.Receipt(data.get(1), data.get(2), at, data.get(4), data.get(5)));
        });
    }

    private static Said read(String text, int length, Function<List<String>, Said> success) {
        try {
            var response = JSON.readTree(text).path("response");
            return switch (response.path("code").asString("")) {
                case "00" ->
                    texts(response.path("data"))
                            .filter(data -> data.size() == length)
                            .map(success)
                            .orElseGet(() -> new Said.Nothing("GARBLED"));
                case "NF" -> new Said.NotPaid();
                case "30", "99", "ID", "IS", "IU", "GE" ->
                    new Said.Nothing("REFUSED_" + response.path("code").asString());
                default -> new Said.Nothing("GARBLED");
            };
        } catch (JacksonException _) {
            return new Said.Nothing("GARBLED");
        }
    }

    private static Optional<List<String>> texts(JsonNode array) {
        if (!array.isArray()) {
            return Optional.empty();
        }
        return Optional.of(array.valueStream().map(text -> text.asString("")).toList());
    }

    /** The one client writes the year first, the other the day; the biller has been seen to answer both ways. */
    private static @Nullable Instant time(String text) {
        return Stream.of(TIME, OTHER_TIME)
                .flatMap(format -> parsed(text, format).stream())
                .findFirst()
                .orElse(null);
    }

    private static Optional<Instant> parsed(String text, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDateTime.parse(text, format).atZone(JAKARTA).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
