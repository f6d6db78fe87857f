package titian.reconciliation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import titian.shared.OfficeId;

/**
 * The folder in which bank and biller, or whoever fetches from them, lay their files: {@code <office>/bank/} and
 * {@code <office>/simponi/}. What was taken is moved to {@code diambil/} beside it under the file's own name, after the
 * house's name of it, so nothing is ever lost.
 */
@Component
class Folder {

    private static final Logger LOG = LoggerFactory.getLogger(Folder.class);
    private static final Duration STILL_WRITTEN = Duration.ofSeconds(20);
    private static final String TAKEN = "diambil";
    private static final int A_FEW = 20;

    private final Path folder;
    private final FileDesk desk;
    private final Clock clock;

    Folder(
            @Value("${titian.reconciliation.folder:${titian.data}/pencocokan}") Path folder,
            FileDesk desk,
            Clock clock) {
        this.folder = folder;
        this.desk = desk;
        this.clock = clock;
    }

    /** Takes what lies there and is no longer being written to: of each office some, so that none waits for another. */
    void takeAll() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        for (var office : entries(folder)) {
            take(office, "simponi", Source.BILLER);
            take(office, "bank", Source.BANK);
        }
    }

    private void take(Path office, String name, Source source) {
        var place = office.resolve(name);
        if (!Files.isDirectory(place)) {
            return;
        }
        var waiting = entries(place).stream()
                .filter(file -> Files.isRegularFile(file) && !isStillWritten(file))
                .iterator();
        for (int taken = 0; taken < A_FEW && waiting.hasNext(); ) {
            taken += take(waiting.next(), source, office) ? 1 : 0;
        }
    }

    private boolean take(Path file, Source source, Path office) {
        try (var content = Files.newInputStream(file)) {
            var id = desk.take(
                    file.getFileName().toString(),
                    source,
                    OfficeId.of(office.getFileName().toString()),
                    null,
                    content);
            var taken = Files.createDirectories(file.resolveSibling(TAKEN));
            var kept = taken.resolve(id + "-" + file.getFileName());
            Files.move(file, kept, StandardCopyOption.REPLACE_EXISTING);
            LOG.info("Took {} from the folder as file {}", source, id);
            return true;
        } catch (IOException | IllegalArgumentException e) {
            LOG.error(
                    "A file in the folder could not be taken: {}", e.getClass().getSimpleName());
            return false;
        }
    }

    private boolean isStillWritten(Path file) {
        try {
            return Files.getLastModifiedTime(file)
                    .toInstant()
                    .plus(STILL_WRITTEN)
                    .isAfter(clock.instant());
        } catch (IOException _) {
            return true;
        }
    }

    private static List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            LOG.error("A folder could not be read: {}", e.getClass().getSimpleName());
            return List.of();
        }
    }
}
