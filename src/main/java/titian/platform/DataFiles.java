package titian.platform;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads the real data that comes with the program, each file once per edition. A module asks for it while its beans
 * are made: after the migrations, before the first request and the first task (docs/adr/0010).
 */
@Component
public class DataFiles {

    private static final Logger LOG = LoggerFactory.getLogger(DataFiles.class);

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DataFiles(JdbcClient db, PlatformTransactionManager transactions, Clock clock) {
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Hands over the rows of a file of the program, unless this edition of it is loaded already. What is written with
     * them and the note that they are loaded are one transaction; a second node waits for it and then has nothing to
     * do.
     *
     * @return whether there was anything to load
     */
    public boolean load(String name, Consumer<List<Csv.Row>> loading) {
        return load(Csv.of(name), loading);
    }

    public boolean load(Csv file, Consumer<List<Csv.Row>> loading) {
        try {
            return Boolean.TRUE.equals(transaction.execute(_ -> {
                if (!claim(file)) {
                    return false;
                }
                var rows = file.rows();
                loading.accept(rows);
                remember(file, rows.size());
                LOG.info("Loaded {} rows of {}", rows.size(), file.name());
                return true;
            }));
        } catch (DataIntegrityViolationException e) {
            throw new CannotStart(
                    "%s contradicts itself or another data file. %s"
                            .formatted(file.name(), e.getMostSpecificCause().getMessage()),
                    "Mend the file, or take it anew from the release.",
                    e);
        }
    }

    /** The row is the lock: of two nodes the later one waits here, and sees that nothing is left to do. */
    private boolean claim(Csv file) {
        return db.sql("""
                        INSERT INTO platform.data_file AS known (name, sha256, rows, loaded_at)
                        VALUES (:name, :sha256, 0, :at)
                        ON CONFLICT (name) DO UPDATE
                           SET sha256 = excluded.sha256, loaded_at = excluded.loaded_at
                         WHERE known.sha256 <> excluded.sha256
                        """)
                        .param("name", file.name())
                        .param("sha256", file.sha256())
                        .param("at", clock.instant().atOffset(UTC))
                        .update()
                == 1;
    }

    private void remember(Csv file, int rows) {
        db.sql("UPDATE platform.data_file SET rows = :rows WHERE name = :name")
                .param("rows", rows)
                .param("name", file.name())
                .update();
    }
}
