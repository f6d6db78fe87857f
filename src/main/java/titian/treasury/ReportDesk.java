package titian.treasury;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.shared.OfficeId;

/** Reads the books of an office for its treasurer, each report on one picture of the database. */
@Service
@Transactional(readOnly = true)
class ReportDesk {

    /** So many payments stand on a screen; the others are in the sheets. */
    static final int SHOWN = 200;

    private final Reports reports;

    ReportDesk(Reports reports) {
        this.reports = reports;
    }

    Report report(OfficeId office, Period period) {
        return new Report(period, reports.lines(office, period));
    }

    List<Report.Payment> payments(OfficeId office, Period period) {
        return reports.payments(office, period, SHOWN);
    }

    /** A transaction holds the reading together, and lets it come in pieces. */
    void eachPayment(OfficeId office, Period period, Consumer<Report.Payment> reader) {
        reports.eachPayment(office, period, reader);
    }
}
