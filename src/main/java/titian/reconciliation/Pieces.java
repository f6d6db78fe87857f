package titian.reconciliation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.seal.HoldsSealed;
import titian.seal.SealedColumns;
import titian.seal.Seals;

/** What is still to be read of the files, in pieces of one size, sealed. Any node can read on where another was. */
@Repository
class Pieces implements HoldsSealed {

    static final int SIZE = 256 * 1024;

    private static final String CONTENT = "reconciliation.piece";

    private static final SealedColumns SEALED =
            new SealedColumns("reconciliation.piece", "id", Map.of("content", CONTENT));
    private static final byte[] NOTHING = {};

    private final JdbcClient db;
    private final Seals seals;

    Pieces(JdbcClient db, Seals seals) {
        this.db = db;
        this.seals = seals;
    }

    void add(FileId file, int number, byte[] content) {
        db.sql("""
                        INSERT INTO reconciliation.piece (id, file, number, content)
                        VALUES (:id, :file, :number, :content)
                        """)
                .param("id", UUID.randomUUID())
                .param("file", file.value())
                .param("number", number)
                .param("content", seals.seal(new String(content, ISO_8859_1), CONTENT))
                .update();
    }

    void remove(FileId file) {
        db.sql("DELETE FROM reconciliation.piece WHERE file = :file")
                .param("file", file.value())
                .update();
    }

    /** The bytes of a file from a place on, a piece at a time. */
    InputStream from(FileId file, long position) {
        return new InputStream() {
            private int number = (int) (position / SIZE);
            private int at = (int) (position % SIZE);
            private byte[] piece = find(file, number);

            @Override
            public int read() {
                return isOver() ? -1 : piece[at++] & 0xFF;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                if (isOver()) {
                    return -1;
                }
                var some = Math.min(length, piece.length - at);
                System.arraycopy(piece, at, into, offset, some);
                at += some;
                return some;
            }

            private boolean isOver() {
                if (at >= piece.length && piece.length == SIZE) {
                    piece = find(file, ++number);
                    at = 0;
                }
                return at >= piece.length;
            }
        };
    }

    private byte[] find(FileId file, int number) {
        return db.sql("SELECT content FROM reconciliation.piece WHERE file = :file AND number = :number")
                .param("file", file.value())
                .param("number", number)
                .query(String.class)
                .optional()
                .map(content -> seals.open(content, CONTENT).getBytes(ISO_8859_1))
                .orElse(NOTHING);
    }

    @Override
    public String table() {
        return SEALED.table();
    }

    /** A few pieces are as large as many rows elsewhere. */
    @Override
    public List<UUID> sealAnew(UUID after, int most) {
        return SEALED.anew(db, seals, after, Math.min(most, 20));
    }
}
