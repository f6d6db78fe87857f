package titian.reconciliation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.seal.HoldsSealed;
import titian.seal.Seals;

/** What is still to be read of the files, in pieces of one size, sealed. Any node can read on where another was. */
@Repository
class Pieces implements HoldsSealed {

    static final int SIZE = 256 * 1024;

    private static final String CONTENT = "reconciliation.piece";
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
        return "reconciliation.piece";
    }

    /** A few pieces are as large as many rows elsewhere. */
    @Override
    public List<UUID> sealAnew(UUID after, int most) {
        return db.sql("""
                        SELECT id, content
                          FROM reconciliation.piece
                         WHERE id > :after
                         ORDER BY id
                         LIMIT :most
                           FOR NO KEY UPDATE
                        """)
                .param("after", after)
                .param("most", Math.min(most, 20))
                .query((row, _) -> {
                    var id = row.getObject("id", UUID.class);
                    db.sql("UPDATE reconciliation.piece SET content = :content WHERE id = :id")
                            .param("id", id)
                            .param("content", seals.seal(seals.open(row.getString("content"), CONTENT), CONTENT))
                            .update();
                    return id;
                })
                .list();
    }
}
