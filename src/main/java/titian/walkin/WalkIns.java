package titian.walkin;

import static java.time.ZoneOffset.UTC;

import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.booking.AppointmentId;
import titian.queue.TicketId;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.OfficeId;
import titian.shared.PriorityGroup;

/** The table of those whom officers gave a place. */
@Repository
class WalkIns {

    private static final RowMapper<WalkIn> WALK_IN = (row, _) -> {
        var appointment = row.getObject("appointment", UUID.class);
        var ticket = row.getObject("ticket", UUID.class);
        return new WalkIn(
                row.getObject("id", UUID.class),
                new OfficeId(row.getString("office")),
                new AccountId(row.getObject("account", UUID.class)),
                new ApplicationId(row.getObject("application", UUID.class)),
                appointment == null ? null : new AppointmentId(appointment),
                ticket == null ? null : new TicketId(ticket));
    };

    private final JdbcClient db;

    WalkIns(JdbcClient db) {
        this.db = db;
    }

    /** Notes that an officer begins; the second time nothing happens. */
    void begin(UUID id, Station station, Giver giver, Instant now) {
        db.sql("""
                        INSERT INTO walkin.walk_in (id, office, partner, officer, channel, account, application, begun_at)
                        VALUES (:id, :office, :partner, :officer, :channel, :account, :application, :now)
                        ON CONFLICT (id) DO NOTHING
                        """)
                .param("id", id)
                .param("office", giver.office().value())
                .param("partner", partner(giver.partner()), Types.VARCHAR)
                .param("officer", giver.officer().account().value())
                .param("channel", station.channel().name())
                .param("account", AccountId.next().value())
                .param("application", ApplicationId.next().value())
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** The one of this office, partner and station; another's does not exist. */
    Optional<WalkIn> find(UUID id, Station station, OfficeId office, @Nullable OfficeId partner) {
        return db.sql("""
                        SELECT id, office, account, application, appointment, ticket
                          FROM walkin.walk_in
                         WHERE id = :id AND office = :office AND channel = :channel
                           AND partner IS NOT DISTINCT FROM :partner
                        """)
                .param("id", id)
                .param("office", office.value())
                .param("channel", station.channel().name())
                .param("partner", partner(partner), Types.VARCHAR)
                .query(WALK_IN)
                .optional();
    }

    private static @Nullable String partner(@Nullable OfficeId partner) {
        return partner == null ? null : partner.value();
    }

    /** Keeps a second press waiting until the first is done. */
    WalkIn lock(UUID id) {
        return db.sql("""
                        SELECT id, office, account, application, appointment, ticket
                          FROM walkin.walk_in
                         WHERE id = :id
                           FOR UPDATE
                        """).param("id", id).query(WALK_IN).single();
    }

    void settle(WalkIn settled, @Nullable PriorityGroup group) {
        db.sql("""
                        UPDATE walkin.walk_in
                           SET account = :account, application = :application, appointment = :appointment,
                               ticket = :ticket, priority_group = :group
                         WHERE id = :id AND appointment IS NULL
                        """)
                .param("id", settled.id())
                .param("account", settled.account().value())
                .param("application", settled.application().value())
                .param(
                        "appointment",
                        settled.appointment() == null
                                ? null
                                : settled.appointment().value(),
                        Types.OTHER)
                .param(
                        "ticket",
                        settled.ticket() == null ? null : settled.ticket().value(),
                        Types.OTHER)
                .param("group", group == null ? null : group.name())
                .update();
    }
}
