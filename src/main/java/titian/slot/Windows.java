package titian.slot;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import titian.office.Template;

/** Cuts an office's day into the windows in which people are received. */
final class Windows {

    /** From when until when, on the world's clock. */
    record Window(Instant startsAt, Instant endsAt) {}

    private Windows() {}

    /**
     * The template's hours where the office stands: as long on the wall's clock on every day, whatever clocks do. On the
     * day on which clocks leap over an hour nobody is received in it.
     */
    static List<Window> of(Template template, LocalDate day, ZoneId zone) {
        return template.windows().stream()
                .map(day::atTime)
                .filter(from -> !zone.getRules().getValidOffsets(from).isEmpty())
                .map(from -> new Window(
                        from.atZone(zone).toInstant(),
                        from.plus(template.window()).atZone(zone).toInstant()))
                .toList();
    }
}
