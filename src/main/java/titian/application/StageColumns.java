package titian.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import titian.application.Fee.Billed;
import titian.application.Fee.NotBilled;
import titian.application.Stage.Cancelled;
import titian.application.Stage.CheckedIn;
import titian.application.Stage.Draft;
import titian.application.Stage.Expired;
import titian.application.Stage.InService;
import titian.application.Stage.Interviewed;
import titian.application.Stage.NoShow;
import titian.application.Stage.Refused;
import titian.application.Stage.Scheduled;
import titian.application.Stage.Submitted;
import titian.application.Stage.Suspended;
import titian.booking.AppointmentId;
import titian.payment.BillId;

/** The columns that say where an application stands: each stage has those that are known by then. */
final class StageColumns {

    private StageColumns() {}

    static Stage read(ResultSet row) throws SQLException {
        var at = instant(row, "stage_at");
        var stage = row.getString("stage");
        if (stage.equals("DRAFT")) {
            return new Draft(at);
        }
        var appointment = new AppointmentId(row.getObject("appointment", UUID.class));
        return switch (stage) {
            case "SUBMITTED" -> new Submitted(appointment, bill(row), instant(row, "pay_by"), at);
            case "SCHEDULED" -> new Scheduled(appointment, fee(row), at);
            case "CHECKED_IN" -> new CheckedIn(appointment, fee(row), at);
            case "IN_SERVICE" -> new InService(appointment, fee(row), at);
            case "INTERVIEWED" -> new Interviewed(appointment, fee(row), at);
            case "SUSPENDED" -> new Suspended(appointment, fee(row), instant(row, "suspended_until"), at);
            case "REFUSED" -> new Refused(appointment, fee(row), at);
            case "NO_SHOW" -> new NoShow(appointment, fee(row), at);
            case "CANCELLED" -> new Cancelled(appointment, fee(row), at);
            case "EXPIRED" -> new Expired(appointment, bill(row), row.getBoolean("paid_late"), at);
            default -> throw new IllegalStateException("the table holds a stage nobody knows: " + stage);
        };
    }

    private static BillId bill(ResultSet row) throws SQLException {
        return new BillId(row.getObject("bill", UUID.class));
    }

    private static Fee fee(ResultSet row) throws SQLException {
        return row.getObject("bill") == null ? new NotBilled() : new Billed(bill(row));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
