package titian.slot;

import static java.time.ZoneOffset.UTC;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.shared.OfficeId;
import titian.shared.ServiceLane;
import titian.waitingroom.PlacesLeft;

/** Tells the waiting room of a release whether any of its places is left. */
@Repository
class ReleasedPlaces implements PlacesLeft {

    private final JdbcClient db;
    private final OfficeDesk offices;

    ReleasedPlaces(JdbcClient db, OfficeDesk offices) {
        this.db = db;
        this.offices = offices;
    }

    @Override
    public boolean areGone(OfficeId office, ServiceLane lane, LocalDate first, LocalDate last) {
        return offices.find(office)
                .filter(found -> areGone(found, lane, first, last))
                .isPresent();
    }

    private boolean areGone(Office office, ServiceLane lane, LocalDate first, LocalDate last) {
        var zone = office.zone();
        return db.sql("""
                        SELECT COALESCE(bool_and(taken >= capacity), false)
                          FROM booking.slot
                         WHERE office = :office AND lane = :lane AND channel = 'PUBLIC'
                           AND starts_at >= :from AND starts_at < :until
                        """)
                .param("office", office.id().value())
                .param("lane", lane.name())
                .param("from", first.atStartOfDay(zone).toInstant().atOffset(UTC))
                .param("until", last.plusDays(1).atStartOfDay(zone).toInstant().atOffset(UTC))
                .query(Boolean.class)
                .single();
    }
}
