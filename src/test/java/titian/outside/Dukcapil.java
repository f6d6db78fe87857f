package titian.outside;

import static titian.outside.Fault.Kind.GALAT;
import static titian.outside.Fault.Kind.KUOTA;
import static titian.outside.Fault.Service.DUKCAPIL;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The civil registry's web service: is this NIK this person?
 *
 * <p>A comparison answers for each field that was sent, and neither RESPON nor RESPONSE_CODE stands beside them; those
 * two come alone, when there is nobody to compare with or the request itself is refused. Refusals have no code.
 */
final class Dukcapil {

    static final String USER = "titian";
    static final String PASSWORD = "titian-dev";

    private static final Set<String> COMPARING = Set.of("CALL_VERIFY_BY_ELEMEN", "nik_verifby_elemen");
    private static final Set<String> TELLING = Set.of("CALL_NIK", "BYNIK");
    private static final Pattern KNOWN_ADDRESS =
            Pattern.compile("(127|10)\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|192\\.168\\.\\d{1,3}\\.\\d{1,3}");
    private static final Pattern THRESHOLD = Pattern.compile("[5-9]\\d|100");
    private static final int DAILY_QUOTA = 1_000_000;

    private final Residents residents;
    private final Faults faults;
    private final Clock clock;
    private LocalDate day = LocalDate.EPOCH;
    private int askedToday;

    Dukcapil(Residents residents, Faults faults, Clock clock) {
        this.residents = residents;
        this.faults = faults;
        this.clock = clock;
    }

    void hangOn(Door door) {
        door.post("/dukcapil/get_json/{institution}/{method}", faults.before(DUKCAPIL, this::answer));
        door.post("/dukcapil/penduduk", this::add);
    }

    private Answer answer(Request request) {
        return Answer.json(enveloped(content(request.place("method"), request.json())));
    }

    /** Adds a resident for a test or a demonstration; see {@link Resident#of}. */
    private Answer add(Request request) {
        var resident = Resident.of(request.json());
        residents.add(resident);
        return Answer.json(
                201, resident.json().put("keadaan", resident.standing().name()));
    }

    private ObjectNode content(String method, JsonNode asked) {
        if (!COMPARING.contains(method) && !TELLING.contains(method)) {
            return refused("Parameter tidak sesuai");
        }
        if (!Json.text(asked, "USER_ID").equals(USER)
                || !Json.text(asked, "PASSWORD").equals(PASSWORD)) {
            return refused("Akun Tidak Ditemukan");
        }
        if (!KNOWN_ADDRESS.matcher(Json.text(asked, "IP_USER")).matches()) {
            return refused("IP Tidak Sesuai");
        }
        if (COMPARING.contains(method)
                && !THRESHOLD.matcher(Json.text(asked, "TRESHOLD")).matches()) {
            return refused("Threshold tidak sesuai");
        }
        if (faults.is(DUKCAPIL, GALAT)) {
            return refused("Sistem Sibuk");
        }
        if (faults.is(DUKCAPIL, KUOTA) || !takeFromQuota()) {
            return refused("Kuota Hari Ini Habis");
        }
        return person(method, asked);
    }

    private ObjectNode person(String method, JsonNode asked) {
        var nik = Json.text(asked, "NIK");
        if (!Resident.NIK.matcher(nik).matches()) {
            return coded("15", "NIK tidak sesuai format");
        }
        var found = residents.find(nik);
        if (found.isEmpty()) {
            return coded("13", "NIK tidak terdapat di database");
        }
        var resident = found.get();
        return switch (resident.standing()) {
            case MENINGGAL, GANDA, NON_AKTIF ->
                coded(resident.standing().code(), resident.standing().words());
            case HIDUP -> COMPARING.contains(method) ? compared(resident, asked) : resident.json();
        };
    }

    private static ObjectNode compared(Resident resident, JsonNode asked) {
        var threshold = Integer.parseInt(Json.text(asked, "TRESHOLD"));
        var verdicts = Json.object();
        Stream.of(Field.values()).filter(field -> asked.has(field.name())).forEach(field -> {
            var claimed = Json.text(asked, field.name());
            verdicts.put(field.name(), field.likeness().verdict(resident.get(field), claimed, threshold));
        });
        return verdicts;
    }

    private synchronized boolean takeFromQuota() {
        var today = LocalDate.ofInstant(clock.instant(), Words.WIB);
        if (!today.equals(day)) {
            day = today;
            askedToday = 0;
        }
        return ++askedToday <= DAILY_QUOTA;
    }

    private synchronized ObjectNode enveloped(ObjectNode content) {
        var envelope = Json.object();
        envelope.set("content", Json.array(List.of(content)));
        envelope.put("lastPage", true).put("numberOfElements", 1).putNull("sort");
        envelope.put("totalElements", 1).put("firstPage", true).put("number", 0).put("size", 1);
        return envelope.put("quotaLimiter", Math.max(0, DAILY_QUOTA - askedToday));
    }

    private static ObjectNode coded(String code, String words) {
        return Json.object().put("RESPON", words).put("RESPONSE_CODE", code);
    }

    private static ObjectNode refused(String words) {
        return Json.object().put("RESPON", words);
    }
}
