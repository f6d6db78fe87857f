package titian.reconciliation;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.ApplicationContext;
import titian.shared.OfficeId;

/** Has a bank's file taken in and read through the module's own door, in the process that is measured. */
public final class MeasuredReconciliation {

    private final FileDesk files;
    private final DailyFiles known;

    public MeasuredReconciliation(ApplicationContext house) {
        this.files = house.getBean(FileDesk.class);
        this.known = house.getBean(DailyFiles.class);
    }

    /** Takes a file in and reads it to its end; how long that took, and what its lines are. */
    public String read(Path file) throws Exception {
        var began = System.nanoTime();
        FileId id;
        try (var content = Files.newInputStream(file)) {
            id = files.take(file.getFileName().toString(), Source.BILLER, OfficeId.of("kanim-ketapang"), null, content);
        }
        while (known.find(id).orElseThrow().state() == DailyFile.State.READING) {
            Thread.sleep(20);
        }
        var counts = known.find(id).orElseThrow().counts();
        return "%f %d %d %d".formatted(
                (System.nanoTime() - began) / 1e9, counts.matched(), counts.unmatched(), counts.malformed());
    }
}
