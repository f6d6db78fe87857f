package titian.document;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.shared.UploadId;

/** The table's knowledge of files of which no scanner has said anything yet, and of when one was last asked. */
@Repository
class ScanRounds {

    private final JdbcClient db;

    ScanRounds(JdbcClient db) {
        this.db = db;
    }

    /** What came first, or was asked about longest ago: a file that no scanner can read keeps no other waiting. */
    List<UploadId> next(int most) {
        return db.sql("""
                        SELECT id
                          FROM document.upload
                         WHERE scan = 'UNSCANNED'
                         ORDER BY COALESCE(scan_tried_at, at)
                         LIMIT :most
                        """)
                .param("most", most)
                .query((row, _) -> new UploadId(row.getObject("id", UUID.class)))
                .list();
    }

    void tried(UploadId upload, Instant at) {
        db.sql("UPDATE document.upload SET scan_tried_at = :at WHERE id = :upload AND scan = 'UNSCANNED'")
                .param("at", at.atOffset(UTC))
                .param("upload", upload.value())
                .update();
    }
}
