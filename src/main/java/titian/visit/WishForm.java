package titian.visit;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import titian.shared.Channel;
import titian.shared.OfficeId;
import titian.shared.ServiceLane;
import titian.slot.Wishes;
import titian.slot.Wishes.TimeOfDay;

/**
 * When somebody would like to come, as typed.
 *
 * @param hari the days of the week that suit, any if none is ticked
 */
record WishForm(String dari, String sampai, List<String> hari, String waktu) {

    WishForm(@Nullable String dari, @Nullable String sampai, @Nullable List<String> hari, @Nullable String waktu) {
        this.dari = dari == null ? "" : dari.strip();
        this.sampai = sampai == null ? "" : sampai.strip();
        this.hari = hari == null ? List.of() : List.copyOf(hari);
        this.waktu = waktu == null ? TimeOfDay.ANY.name() : waktu;
    }

    static WishForm begin(LocalDate first, LocalDate last) {
        return new WishForm(first.toString(), last.toString(), List.of(), TimeOfDay.ANY.name());
    }

    /** The wishes, unless a day makes no sense. */
    Optional<Wishes> wishes(OfficeId office) {
        try {
            var first = LocalDate.parse(dari);
            var last = LocalDate.parse(sampai);
            return last.isBefore(first) || last.isAfter(first.plusYears(1))
                    ? Optional.empty()
                    : Optional.of(new Wishes(
                            office, ServiceLane.PASSPORT, Channel.PUBLIC, first, last, weekdays(), timeOfDay()));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private EnumSet<DayOfWeek> weekdays() {
        var days = EnumSet.noneOf(DayOfWeek.class);
        Arrays.stream(DayOfWeek.values())
                .filter(day -> hari.contains(day.name()))
                .forEach(days::add);
        return days;
    }

    private TimeOfDay timeOfDay() {
        return Arrays.stream(TimeOfDay.values())
                .filter(time -> time.name().equals(waktu))
                .findFirst()
                .orElse(TimeOfDay.ANY);
    }
}
