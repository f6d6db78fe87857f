package titian.waitinglist;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import titian.office.DocumentsTime;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.shared.OfficeId;

/** The offices a person may wait for: those already chosen, those looked for, and those nearest to home. */
@Component
class OfficeChoice {

    private static final int NEAREST = 6;
    private static final int FOUND = 10;

    private final OfficeDesk offices;

    OfficeChoice(OfficeDesk offices) {
        this.offices = offices;
    }

    /** What to tick: the chosen first, then those found, or, as long as nobody searches, the nearest. */
    List<Office> shown(WishForm form, String regency, LocalDate today) {
        var shown = new LinkedHashMap<OfficeId, Office>();
        chosen(form, today).stream()
                .flatMap(id -> offices.find(id).stream())
                .forEach(office -> shown.put(office.id(), office));
        var closed = offices.closed(today);
        nearest(regency)
                .filter(office -> !closed.containsKey(office.id()))
                .filter(office -> form.cari().isEmpty() || matches(office, form.cari()))
                .filter(office -> !shown.containsKey(office.id()))
                .filter(office -> takesForms(office, today))
                .limit(form.cari().isEmpty() ? Math.max(0, NEAREST - shown.size()) : FOUND)
                .forEach(office -> shown.put(office.id(), office));
        return List.copyOf(shown.values());
    }

    private Stream<Office> nearest(String regency) {
        return offices.nearest(regency).stream().map(OfficeDesk.Nearby::office);
    }

    private static boolean matches(Office office, String words) {
        var about = (office.name() + " " + office.city()).toLowerCase(Locale.ROOT);
        return Stream.of(words.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(about::contains);
    }

    /** The offices that were chosen and serve people. */
    List<OfficeId> chosen(WishForm form, LocalDate today) {
        return form.kantor().stream()
                .flatMap(typed -> known(typed).stream())
                .filter(office -> offices.closed(office.id(), today).isEmpty() && takesForms(office, today))
                .map(Office::id)
                .distinct()
                .toList();
    }

    /** Where everything is handed over at the counter, no form can go in. */
    private boolean takesForms(Office office, LocalDate today) {
        return offices.policy(office.id(), today).documents() == DocumentsTime.UPFRONT;
    }

    private Optional<Office> known(String typed) {
        try {
            return offices.find(new OfficeId(typed));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    Map<OfficeId, Office> named(List<OfficeId> ids) {
        var named = new LinkedHashMap<OfficeId, Office>();
        ids.forEach(id -> offices.find(id).ifPresent(office -> named.put(id, office)));
        return named;
    }
}
