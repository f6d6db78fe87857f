package titian.application;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.format.DateTimeFormatter;
import titian.People;
import titian.outside.World;

/** What people and institutions outside do, over the same sockets as ever. */
public final class Outside {

    private static final DateTimeFormatter BORN = DateTimeFormatter.ofPattern("dd-MM-uuuu");

    private Outside() {}

    /** Somebody the civil registry knows: alive (HIDUP), dead (MENINGGAL), held twice (GANDA), not active (NON_AKTIF). */
    public static void register(World world, People.Someone who, String standing) {
        post(world.address().resolve("/dukcapil/penduduk"), """
                {"NIK": "%s", "NAMA_LGKP": "%s", "TGL_LHR": "%s", "keadaan": "%s"}
                """.formatted(
                        who.nik().value(), who.name(), who.birthDate().format(BORN), standing));
    }

    public static void pay(World world, String code) {
        post(world.address().resolve("/bank/api/bayar"), """
                {"kode_billing": "%s"}
                """.formatted(code));
    }

    public static void fault(World world, String service, String kind) {
        post(world.address().resolve("/gangguan/api"), """
                {"layanan": "%s", "gangguan": "%s", "detik": ""}
                """.formatted(service, kind));
    }

    private static void post(URI address, String json) {
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
