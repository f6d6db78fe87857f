package titian.booking;

import java.sql.Types;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.seal.HoldsSealed;
import titian.seal.Seals;
import titian.shared.Nik;

/** Appointments from before, which knew people by their number: they are marked step by step. */
@Repository
class FormerNumbers implements HoldsSealed {

    private final JdbcClient db;
    private final Seals seals;

    FormerNumbers(JdbcClient db, Seals seals) {
        this.db = db;
        this.seals = seals;
    }

    @Override
    public String table() {
        return "booking.appointment";
    }

    /** A mark is no seal, so only those that still have a number are walked. */
    @Override
    public List<UUID> sealAnew(UUID after, int most) {
        var numbers = db.sql("""
                        SELECT id, nik
                          FROM booking.appointment
                         WHERE id > :after AND nik IS NOT NULL
                         ORDER BY id
                         LIMIT :most
                           FOR NO KEY UPDATE
                        """)
                .param("after", after)
                .param("most", most)
                .query((row, _) -> new Numbered(row.getObject("id", UUID.class), new Nik(row.getString("nik"))))
                .list();
        db.sql("""
                        UPDATE booking.appointment
                           SET person = marked.person, nik = NULL
                          FROM unnest(:ids, :persons) AS marked (id, person)
                         WHERE appointment.id = marked.id
                        """)
                .param("ids", numbers.stream().map(Numbered::id).toArray(UUID[]::new), Types.ARRAY)
                .param(
                        "persons",
                        numbers.stream()
                                .map(one -> PersonMark.of(one.nik(), seals).value())
                                .toArray(UUID[]::new),
                        Types.ARRAY)
                .update();
        return numbers.stream().map(Numbered::id).toList();
    }

    private record Numbered(UUID id, Nik nik) {}
}
