package titian.reconciliation;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.reconciliation.Line.Malformed;
import titian.seal.HoldsSealed;
import titian.seal.SealedColumns;
import titian.seal.Seals;

/** Lines that make no sense, sealed: who knows what they say. */
@Repository
class MalformedLines implements HoldsSealed {

    private static final String SAID = "reconciliation.malformed";

    private static final SealedColumns SEALED =
            new SealedColumns("reconciliation.malformed", "id", Map.of("said", SAID));

    private final JdbcClient db;
    private final Seals seals;

    MalformedLines(JdbcClient db, Seals seals) {
        this.db = db;
        this.seals = seals;
    }

    void add(FileId file, List<Malformed> malformed) {
        db.sql("""
                        INSERT INTO reconciliation.malformed (id, file, line, why, said)
                        SELECT gen_random_uuid(), :file, line, why, said
                          FROM unnest(CAST(:lines AS bigint[]), CAST(:whys AS text[]), CAST(:said AS text[]))
                               AS read (line, why, said)
                        """)
                .param("file", file.value())
                .param("lines", malformed.stream().map(Malformed::number).toArray(Long[]::new))
                .param("whys", malformed.stream().map(one -> one.why().name()).toArray(String[]::new))
                .param(
                        "said",
                        malformed.stream()
                                .map(one -> seals.seal(one.said(), SAID))
                                .toArray(String[]::new))
                .update();
    }

    List<Malformed> of(FileId file, long after, int most) {
        return db.sql("""
                        SELECT line, why, said
                          FROM reconciliation.malformed
                         WHERE file = :file AND line > :after
                         ORDER BY line
                         LIMIT :most
                        """)
                .param("file", file.value())
                .param("after", after)
                .param("most", most)
                .query((row, _) -> new Malformed(
                        row.getLong("line"),
                        Malformed.Why.valueOf(row.getString("why")),
                        seals.open(row.getString("said"), SAID)))
                .list();
    }

    @Override
    public String table() {
        return SEALED.table();
    }

    @Override
    public List<UUID> sealAnew(UUID after, int most) {
        return SEALED.anew(db, seals, after, most);
    }
}
