package titian.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Somebody who calls on the outside world over real sockets, as Titian does. */
final class Visitor {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final World world;

    Visitor(World world) {
        this.world = world;
    }

    HttpResponse<String> get(String path) throws IOException {
        return call(HttpRequest.newBuilder(world.address().resolve(path)));
    }

    HttpResponse<String> post(String path, JsonNode json) throws IOException {
        return call(HttpRequest.newBuilder(world.address().resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.toString())));
    }

    /** Sends a form: name, value, name, value. */
    HttpResponse<String> form(String path, String... fields) throws IOException {
        var body = new StringBuilder();
        for (var i = 0; i < fields.length; i += 2) {
            body.append(i == 0 ? "" : "&")
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return call(HttpRequest.newBuilder(world.address().resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    void fall(String service, String fault, double seconds) throws IOException {
        post("/gangguan/api", object("layanan", service, "gangguan", fault).put("detik", seconds));
    }

    /** What SIMPONI answers, without its envelope. */
    JsonNode simponi(JsonNode asked) {
        try {
            return json(form("/simponi", "simponi_req", asked.toString())).path("response");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Orders a billing code of Rp350,000 that is valid for two hours. */
    String newCode(String trx) {
        return simponi(order(trx, 350_000)).path("data").path(1).asString();
    }

    JsonNode inquire(String trx, String code) {
        return simponi(inquiry(trx, code));
    }

    JsonNode pay(String code) throws IOException {
        return json(post("/bank/api/bayar", object("kode_billing", code)));
    }

    ObjectNode order(String trx, long total) {
        var expires = Simponi.date(world.clock().instant().plus(Duration.ofHours(2)));
        var header = Json.texts(
                trx,
                "titian",
                "titian-dev",
                expires,
                "137",
                "04",
                "650001",
                "F",
                "1",
                Long.toString(total),
                "RATNA WULANDARI",
                "650001",
                "000000000000000",
                "3174025507900001");
        var detail = Json.texts(
                "Paspor biasa",
                "000001",
                "2024045",
                "425213",
                Long.toString(total),
                "1",
                "buku",
                Long.toString(total),
                "31",
                "74");
        var asked = object("method", "billingcode_v4");
        asked.putObject("data").set("header", header).putArray("detail").add(detail);
        return asked;
    }

    static ObjectNode inquiry(String trx, String code) {
        var asked = object("method", "inquirybilling_v2");
        return asked.set("data", Json.texts(trx, "titian", "titian-dev", code, "137", "04", "650001"));
    }

    static ObjectNode object(String... fields) {
        var object = Json.object();
        for (var i = 0; i < fields.length; i += 2) {
            object.put(fields[i], fields[i + 1]);
        }
        return object;
    }

    static JsonNode json(HttpResponse<String> response) {
        return Json.read(response.body());
    }

    private static HttpResponse<String> call(HttpRequest.Builder request) throws IOException {
        try {
            return CLIENT.send(request.timeout(Duration.ofSeconds(10)).build(), BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }
}
