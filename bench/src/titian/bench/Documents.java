package titian.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import titian.postgres.MeasuredPostgres;

/** {@code bin/bench documents}: photographs handed in, against copying and shrinking them by ImageMagick. */
public final class Documents {

    private static final int PHOTOS = 200;
    private static final int HOSTILE = 24;
    private static final int HOSTILE_SHEETS = 8;
    private static final int AT_ONCE = 8;
    private static final int MOST_MEMORY = 1024;
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private Documents() {}

    public static void main(String... arguments) throws Exception {
        var results = new Results();
        results.say("date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        results.say("commit", Rush.commit());
        results.say("machine", Rush.machine());
        try (var yard = Yard.open()) {
            measure(yard, results);
        }
        results.print();
        var file = Path.of("bench/results/documents.json");
        results.write(file);
        System.out.println("Written to " + file);
        System.exit(results.allMet() ? 0 : 1);
    }

    private static void measure(Yard yard, Results results) throws Exception {
        System.out.println("Taking the photographs");
        var photos = Photographs.take(yard.path("photos"), PHOTOS);
        var hostile = new ArrayList<>(Photographs.hostile(yard.path("hostile"), HOSTILE));
        hostile.addAll(Photographs.hostileSheets(yard.path("hostile-sheets"), HOSTILE_SHEETS));
        results.tell("photo_bytes", Files.size(photos.getFirst()), "of one photograph of 12 million points");
        System.out.println("Starting PostgreSQL and the application");
        var postgres = yard.keep(MeasuredPostgres.start(yard.path("postgres")));
        var house = House.open(yard, postgres, "postgres");
        hand(house, Photographs.take(yard.path("warm-up"), AT_ONCE * 4), yard);

        System.out.println("Shrinking " + PHOTOS + " photographs by ImageMagick, " + AT_ONCE + " at once");
        var magick = magick(photos, yard);
        System.out.println("Handing in the same, " + AT_ONCE + " at once");
        var handed = hand(house, photos, yard);
        results.tell("imagemagick_per_second", PHOTOS / magick, "cp, then ImageMagick to 2000 points, bare and upright");
        results.tell("handed_in_per_second", PHOTOS / handed.seconds(), "checked, made anew, previewed, sealed, kept");
        results.atLeast(1, "of_imagemagick", magick / handed.seconds(), "of the same photographs in the same run");
        results.tell("median_ms", handed.milliseconds(0.5), "from the first byte to the row, waiting included");
        results.tell("p95_ms", handed.milliseconds(0.95), "");
        results.atMost(0, "told_to_come_again", handed.busy(), "because all places were taken for 20 s");
        results.tell("memory_after_photos_mib", house.peakMemory(), "most the process ever held");

        System.out.println("Handing in " + HOSTILE + " pictures of 40 million points, and "
                + HOSTILE_SHEETS + " PDFs of as many sheets with such pictures as are let in");
        hand(house, hostile, yard);
        results.atMost(MOST_MEMORY, "memory_mib", house.peakMemory(), "most it ever held, with a heap of 512");
        house.close();
    }

    private static double magick(List<Path> photos, Yard yard) throws IOException {
        var folder = Files.createDirectories(yard.path("magick"));
        var list = Files.write(yard.path("photos.txt"), photos.stream().map(Path::toString).toList());
        var began = System.nanoTime();
        Tool.run(
                LIMIT,
                Map.of("MAGICK_THREAD_LIMIT", "1"),
                "sh",
                "-c",
                "xargs -P " + AT_ONCE + " -I {} sh -c 'f=" + folder + "/$(basename {}) && cp {} $f && "
                        + System.getenv("IMAGEMAGICK") + " $f -auto-orient -strip -resize \"2000x2000>\" -quality 85 $f' <" + list);
        return (System.nanoTime() - began) / 1e9;
    }

    private static HandedIn hand(House house, List<Path> files, Yard yard) throws IOException {
        var list = Files.write(yard.path("files.txt"), files.stream().map(Path::toString).toList());
        var answers = yard.path("handed-in.txt");
        house.ask("documents", list.toString(), Integer.toString(AT_ONCE), answers.toString());
        return HandedIn.read(answers);
    }
}
