package titian.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.seal.HoldsSealed;
import titian.seal.SealedColumns;
import titian.seal.Seals;
import titian.shared.AccountId;
import titian.shared.OfficeId;

/** The table of who sits where. An officer's own row is also the lock that makes their double presses queue up. */
@Repository
class Duties implements HoldsSealed {

    private static final String NAME = "queue.name";

    private static final SealedColumns SEALED = new SealedColumns("queue.duty", "officer", Map.of("name", NAME));

    private final JdbcClient db;
    private final Seals seals;

    Duties(JdbcClient db, Seals seals) {
        this.db = db;
        this.seals = seals;
    }

    /** False if the counter is taken or the officer sits at one. */
    boolean begin(Officer officer, int counter, Instant now) {
        return db.sql("""
                        INSERT INTO queue.duty (office, counter, officer, name, since)
                        VALUES (:office, :counter, :officer, :name, :now)
                        ON CONFLICT DO NOTHING
                        """)
                        .param("office", officer.office().value())
                        .param("counter", counter)
                        .param("officer", officer.account().value())
                        .param("name", seals.seal(officer.name(), NAME))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** False if that colleague no longer sits there. */
    boolean takeOver(Officer officer, int counter, AccountId from, Instant now) {
        return db.sql("""
                        UPDATE queue.duty
                        SET officer = :officer, name = :name, since = :now
                        WHERE office = :office AND counter = :counter AND officer = :from
                        """)
                        .param("office", officer.office().value())
                        .param("counter", counter)
                        .param("officer", officer.account().value())
                        .param("name", seals.seal(officer.name(), NAME))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("from", from.value())
                        .update()
                == 1;
    }

    void end(Duty duty) {
        db.sql("DELETE FROM queue.duty WHERE office = :office AND counter = :counter AND officer = :officer")
                .param("office", duty.office().value())
                .param("counter", duty.counter())
                .param("officer", duty.officer().value())
                .update();
    }

    /** The officer's duty, kept as it is until the transaction ends. */
    Optional<Duty> lock(Officer officer) {
        return db.sql("""
                        SELECT office, counter, officer, name, since
                        FROM queue.duty
                        WHERE officer = :officer AND office = :office
                        FOR UPDATE
                        """)
                .param("officer", officer.account().value())
                .param("office", officer.office().value())
                .query(this::duty)
                .optional();
    }

    Optional<Duty> of(Officer officer) {
        return db.sql("""
                        SELECT office, counter, officer, name, since
                        FROM queue.duty
                        WHERE officer = :officer AND office = :office
                        """)
                .param("officer", officer.account().value())
                .param("office", officer.office().value())
                .query(this::duty)
                .optional();
    }

    Optional<Duty> at(OfficeId office, int counter) {
        return db.sql("""
                        SELECT office, counter, officer, name, since
                        FROM queue.duty
                        WHERE office = :office AND counter = :counter
                        """)
                .param("office", office.value())
                .param("counter", counter)
                .query(this::duty)
                .optional();
    }

    List<Duty> at(OfficeId office) {
        return db.sql("""
                        SELECT office, counter, officer, name, since
                        FROM queue.duty
                        WHERE office = :office
                        ORDER BY counter
                        LIMIT 200
                        """).param("office", office.value()).query(this::duty).list();
    }

    private Duty duty(ResultSet row, int number) throws SQLException {
        return new Duty(
                new OfficeId(row.getString("office")),
                row.getInt("counter"),
                new AccountId(row.getObject("officer", UUID.class)),
                seals.open(row.getString("name"), NAME),
                row.getObject("since", OffsetDateTime.class).toInstant());
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
