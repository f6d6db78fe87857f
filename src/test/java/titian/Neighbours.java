package titian;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import titian.outside.World;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a test does to the outside world, over its sockets: pay, fall ill, recover, be born. */
public final class Neighbours {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-uuuu");
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final World world;

    public Neighbours(World world) {
        this.world = world;
    }

    /** Pays a code at the bank. */
    public JsonNode pay(@Nullable String code) {
        return json(post("/bank/api/bayar", Map.of("kode_billing", String.valueOf(code))));
    }

    /** Pays into a virtual account at the bank. */
    public JsonNode payAccount(String number) {
        return json(post("/bank/api/va", Map.of("nomor", number)));
    }

    /** Scans a QRIS code and pays. */
    public JsonNode payQris(String content) {
        return json(post("/bank/api/qris", Map.of("isi", content)));
    }

    /** Has the bank tell of a payment once more, by its account's number or its code's reference. */
    public void tellAgain(String number) {
        post("/bank/api/kabar", Map.of("nomor", number));
    }

    /** Has the notice of a payment sent once more. */
    public void sendNoticeAgain(@Nullable String code) {
        post("/simponi/api/ulang", Map.of("kode_billing", String.valueOf(code)));
    }

    /** Makes a neighbour ill, as in {@code fall("simponi", "mati")}, until it recovers. */
    public void fall(String service, String illness) {
        fall(service, illness, Duration.ZERO);
    }

    public void fall(String service, String illness, Duration delay) {
        post(
                "/gangguan/api",
                Map.of("layanan", service, "gangguan", illness, "detik", String.valueOf(delay.toSeconds())));
    }

    public void recover() {
        for (var service : new String[] {"dukcapil", "simponi", "pemberitahuan", "bank", "kabar", "surat", "ponsel"}) {
            fall(service, "normal");
        }
    }

    /** Enters someone in the civil registry: {@code HIDUP}, {@code MENINGGAL}, {@code GANDA} or {@code NON_AKTIF}. */
    public void enter(People.Someone someone, String standing) {
        post(
                "/dukcapil/penduduk",
                Map.of(
                        "NIK", someone.nik().value(),
                        "NAMA_LGKP", someone.name(),
                        "TGL_LHR", someone.birthDate().format(DAY),
                        "keadaan", standing));
    }

    /** Enters someone living in the civil registry, of whom it has these fields too, as in {@code TMPT_LHR}. */
    public void enter(People.Someone someone, Map<String, String> record) {
        var entry = new HashMap<>(record);
        entry.put("NIK", someone.nik().value());
        entry.put("NAMA_LGKP", someone.name());
        entry.put("TGL_LHR", someone.birthDate().format(DAY));
        post("/dukcapil/penduduk", entry);
    }

    /** Sends a body to any address and waits for the answer. */
    public static HttpResponse<String> post(URI to, String contentType, String body, String... headers) {
        var request = HttpRequest.newBuilder(to)
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> post(String path, Map<String, String> json) {
        var answer = post(world.address().resolve(path), "application/json", JSON.writeValueAsString(json));
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
