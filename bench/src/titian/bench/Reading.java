package titian.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** D: how fast the application tells what is free, beside nginx that hands out the same bytes. */
final class Reading {

    private static final String OFFICE = "kanim-jakarta-selatan";

    private final Yard yard;
    private final House house;

    Reading(Yard yard, House house) {
        this.yard = yard;
        this.house = house;
    }

    void measure(Plan plan, Results results) throws IOException, InterruptedException {
        var url = house.address() + "/jadwal/" + OFFICE + "/tersedia";
        var bytes = fetch(url);
        var nginx = Nginx.serve(yard, bytes);
        Wrk.get(url, plan.length());
        var medians = new Medians();
        for (int round = 1; round <= plan.rounds(); round++) {
            System.out.println("D: round " + round + " of " + plan.rounds());
            medians.add("house", Wrk.get(url, plan.length()).perSecond());
            medians.add("nginx", Wrk.get(nginx.url(), plan.length()).perSecond());
        }
        results.tell("d_availability_bytes", bytes.length, "D: what is free at one office, as JSON");
        results.tell("d_nginx_per_s", medians.of("nginx"), "nginx with a file of these bytes");
        results.tell("d_availability_per_s", medians.of("house"), "the application");
        results.atLeast(
                0.3,
                "d_availability_over_nginx",
                medians.of("house") / medians.of("nginx"),
                "the application over nginx");
    }

    private static byte[] fetch(String url) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(30)).build();
            var response = client.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(url + " answered " + response.statusCode());
            }
            return response.body();
        }
    }
}
