package titian.office;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import titian.shared.OfficeId;

/** Where one asks about offices: which there are, whether and when they serve, and by which rules. */
@Service
public class OfficeDesk {

    /** A regency's or city's office list entry. */
    public record Nearby(Office office, Optional<Double> kilometres) {}

    /** Why an office serves nobody at all, whatever the day. */
    public enum Closed {
        HISTORIC,
        NOT_YET_CONFIRMED,
        NO_QUOTA
    }

    /** A counter of an office, called by its number. */
    public record Counter(OfficeId office, int number) {}

    public Optional<Office> find(OfficeId office) {
        throw new UnsupportedOperationException("not yet built: " + office);
    }

    /** Every office and unit that serves applicants in Indonesia, nearest to the regency's middle first. */
    public List<Nearby> nearest(String regencyCode) {
        throw new UnsupportedOperationException("not yet built: " + regencyCode);
    }

    public Optional<Closed> closed(OfficeId office, LocalDate day) {
        throw new UnsupportedOperationException("not yet built: " + office + day);
    }

    /** The rules of that day, unless nobody has set any. */
    public Optional<Policy> policy(OfficeId office, LocalDate day) {
        throw new UnsupportedOperationException("not yet built: " + office + day);
    }

    /** The name of the holiday or joint leave on which offices are closed. */
    public Optional<String> holiday(LocalDate day, boolean inIndonesian) {
        throw new UnsupportedOperationException("not yet built: " + day + inIndonesian);
    }

    public List<Counter> counters(OfficeId office) {
        throw new UnsupportedOperationException("not yet built: " + office);
    }
}
