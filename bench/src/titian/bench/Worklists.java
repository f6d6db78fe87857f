package titian.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import titian.postgres.MeasuredPostgres;

/** {@code bin/bench worklist}: the verifier's page of an office with a million files, against that with a thousand. */
public final class Worklists {

    private static final String OFFICE = "kanim-jakarta-selatan";
    private static final int FEW = 1_000;
    private static final int MANY = 1_000_000;
    private static final int WARM_UP = 600;
    private static final int LOOKS = 400;
    private static final int DEEP = 50;
    private static final String TOKEN = "0a1b2c3d-0000-4000-8000-000000000000";

    private Worklists() {}

    /** An officer at work; the cookie is for a safe line only, which this is not. */
    private record Verifier(HttpClient client, String session) {}

    public static void main(String... arguments) throws Exception {
        var results = new Results();
        results.say("date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        results.say("commit", Rush.commit());
        results.say("machine", Rush.machine());
        try (var yard = Yard.open()) {
            measure(yard, results);
        }
        results.print();
        var file = Path.of("bench/results/worklist.json");
        results.write(file);
        System.out.println("Written to " + file);
        System.exit(results.allMet() ? 0 : 1);
    }

    private static void measure(Yard yard, Results results) throws Exception {
        System.out.println("Starting PostgreSQL and the application");
        var postgres = yard.keep(MeasuredPostgres.start(yard.path("postgres")));
        var house = House.open(yard, postgres, "postgres");
        var tables = yard.keep(new Tables(postgres.connect("postgres")));
        var sealed = house.ask("seal").split(" ");
        var verifier = signedIn(house, house.ask("verifier", OFFICE));
        var page = house.address() + "/petugas/berkas";

        fill(tables, sealed, 0, FEW);
        look(verifier, page, WARM_UP);
        System.out.println("Looking at the list of " + FEW);
        var few = look(verifier, page, LOOKS);
        System.out.println("Filling in " + MANY);
        fill(tables, sealed, FEW, MANY);
        look(verifier, page, WARM_UP / 4);
        System.out.println("Looking at the list of " + MANY);
        var many = look(verifier, page, LOOKS);
        var deep = follow(verifier, house.address(), page);

        results.tell("few_p50_ms", part(few, 0.5), "first page, " + FEW + " files at the office");
        results.tell("few_p95_ms", part(few, 0.95), "");
        results.tell("many_p50_ms", part(many, 0.5), "first page, " + MANY + " files");
        results.tell("many_p95_ms", part(many, 0.95), "");
        results.tell("deep_p95_ms", part(deep, 0.95), "page after page, " + DEEP + " of them");
        results.atMost(1.5, "p95_many_over_few", part(many, 0.95) / part(few, 0.95), "the million over the thousand");
        house.close();
    }

    /** Applications whose visit is certain and whose papers nobody has checked, from number to number. */
    private static void fill(Tables tables, String[] sealed, int from, int to) throws SQLException {
        tables.run("SET synchronous_commit = off");
        tables.run(APPLICATIONS.formatted(sealed[0], sealed[1], from, to - 1));
        tables.run(FILES.formatted(OFFICE, from, to - 1));
        tables.run("RESET synchronous_commit");
        tables.run("VACUUM (ANALYZE) application.application");
        tables.run("VACUUM (ANALYZE) casework.file");
        tables.settle();
    }

    /** By the password and the second proof, as every officer comes in. */
    private static Verifier signedIn(House house, String proof) throws IOException, InterruptedException {
        var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var known = proof.split(" ");
        var atTheDoor = enter(
                client,
                house.address() + "/masuk",
                "surel=" + URLEncoder.encode(known[0], StandardCharsets.UTF_8) + "&sandi=" + MeasuredHouse.PASSWORD,
                "");
        return new Verifier(client, enter(client, house.address() + "/petugas/bukti", "kode=" + known[1], atTheDoor));
    }

    /** The session after a form; the one there was if it stays. */
    private static String enter(HttpClient client, String address, String form, String session)
            throws IOException, InterruptedException {
        var answer = client.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Cookie", "XSRF-TOKEN=" + TOKEN + (session.isEmpty() ? "" : "; " + session))
                        .POST(HttpRequest.BodyPublishers.ofString(form + "&_csrf=" + TOKEN))
                        .build(),
                BodyHandlers.discarding());
        var led = answer.headers().firstValue("Location").orElse("");
        if (!led.contains("/petugas")) {
            throw new IllegalStateException("the verifier was led to " + led + " by " + answer.statusCode());
        }
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("titian="))
                .map(cookie -> cookie.split(";")[0])
                .findFirst()
                .orElse(session);
    }

    private static List<Double> look(Verifier verifier, String page, int times)
            throws IOException, InterruptedException {
        var took = new ArrayList<Double>();
        for (int i = 0; i < times; i++) {
            var began = System.nanoTime();
            get(verifier, page);
            took.add((System.nanoTime() - began) / 1e6);
        }
        return took.stream().sorted().toList();
    }

    /** Page after page by the link to the next one, as an officer who looks for something goes. */
    private static List<Double> follow(Verifier verifier, String address, String page)
            throws IOException, InterruptedException {
        var took = new ArrayList<Double>();
        var next = page;
        for (int i = 0; i < DEEP; i++) {
            var began = System.nanoTime();
            var html = get(verifier, next);
            took.add((System.nanoTime() - began) / 1e6);
            var at = html.indexOf("rel=\"next\"");
            var from = html.lastIndexOf("href=\"", at) + "href=\"".length();
            next = address + html.substring(from, html.indexOf('"', from)).replace("&amp;", "&");
        }
        return took.stream().sorted().toList();
    }

    private static String get(Verifier verifier, String page) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(page))
                .header("Cookie", verifier.session())
                .timeout(Duration.ofSeconds(60))
                .build();
        var answer = verifier.client().send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200 || !answer.body().contains("/petugas/berkas/0000")) {
            throw new IllegalStateException(page + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    private static double part(List<Double> sorted, double part) {
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(sorted.size() * part)));
    }

    private static final String APPLICATIONS = """
            INSERT INTO application.application
                   (id, reference, account, service, intake, language, applicant, nik, nik_mark, appointment, bill,
                    started_at, stage, stage_at)
            SELECT ('00000000-0000-7000-8000-' || lpad(to_hex(number), 12, '0'))::uuid,
                   (SELECT string_agg(substr('23456789ABCDEFGHJKMNPQRSTUVWXYZ',
                                             1 + (number / (31 ^ digit)::bigint %% 31)::int, 1), '')
                      FROM generate_series(0, 5) AS digit),
                   gen_random_uuid(), 'NEW_ADULT', 'FORM', 'id', '%s', '%s', gen_random_uuid(), gen_random_uuid(),
                   gen_random_uuid(), now(), 'SCHEDULED', now()
              FROM generate_series(%d, %d) AS number
            """;

    private static final String FILES = """
            INSERT INTO casework.file
                   (application, account, office, service, opened_at, visit_at, due_at, person_mark, standing, standing_at)
            SELECT ('00000000-0000-7000-8000-' || lpad(to_hex(number), 12, '0'))::uuid,
                   gen_random_uuid(), '%s', 'NEW_ADULT', now(), now() + interval '9 days',
                   now() + interval '1 day' + make_interval(secs => number::bigint * 7919 %% 1000003), gen_random_uuid(),
                   'WAITING', now()
              FROM generate_series(%d, %d) AS number
            """;
}
