package titian.capacity;

import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import titian.office.PartnersUntil;
import titian.office.Split;
import titian.office.Template;

/** The hours and counters of a day as typed, to be shown back whatever they are. */
record HoursForm(
        String buka,
        String tutup,
        String istirahat,
        String selesaiIstirahat,
        String jendela,
        String loket,
        String menit,
        String umum,
        String dibantu,
        String prioritas,
        String mitra,
        String mitraHari,
        String mitraJam) {

    HoursForm(
            @Nullable String buka,
            @Nullable String tutup,
            @Nullable String istirahat,
            @Nullable String selesaiIstirahat,
            @Nullable String jendela,
            @Nullable String loket,
            @Nullable String menit,
            @Nullable String umum,
            @Nullable String dibantu,
            @Nullable String prioritas,
            @Nullable String mitra,
            @Nullable String mitraHari,
            @Nullable String mitraJam) {
        this.buka = Typed.line(buka);
        this.tutup = Typed.line(tutup);
        this.istirahat = Typed.line(istirahat);
        this.selesaiIstirahat = Typed.line(selesaiIstirahat);
        this.jendela = Typed.line(jendela);
        this.loket = Typed.line(loket);
        this.menit = Typed.line(menit);
        this.umum = Typed.line(umum);
        this.dibantu = Typed.line(dibantu);
        this.prioritas = Typed.line(prioritas);
        this.mitra = Typed.line(mitra);
        this.mitraHari = Typed.line(mitraHari);
        this.mitraJam = Typed.line(mitraJam);
    }

    static HoursForm of(Template template) {
        var split = template.split();
        var until = Optional.ofNullable(split.until());
        return new HoursForm(
                template.opens().toString(),
                template.closes().toString(),
                template.lunchFrom().toString(),
                template.lunchUntil().toString(),
                String.valueOf(template.window().toMinutes()),
                String.valueOf(template.counters()),
                String.valueOf(template.service().toMinutes()),
                String.valueOf(split.everyone()),
                String.valueOf(split.assisted()),
                String.valueOf(split.priority()),
                String.valueOf(split.partner()),
                until.map(PartnersUntil::daysBefore).map(String::valueOf).orElse(""),
                until.map(PartnersUntil::at).map(LocalTime::toString).orElse(""));
    }

    /** A day such as most offices have, to begin from. */
    static HoursForm usual() {
        return of(new Template(
                2,
                Duration.ofMinutes(15),
                Duration.ofHours(1),
                LocalTime.of(8, 0),
                LocalTime.of(15, 0),
                LocalTime.NOON,
                LocalTime.of(13, 0),
                Split.ALL_PUBLIC));
    }

    /** The template meant; nothing if a field does not fit, which is then noted. */
    Optional<Template> read(Typed typed) {
        var opens = typed.time("buka", buka);
        var closes = typed.time("tutup", tutup);
        var lunchFrom = typed.time("istirahat", istirahat);
        var lunchUntil = typed.time("selesaiIstirahat", selesaiIstirahat);
        var window = typed.number("jendela", jendela, 5, 720);
        var counters = typed.number("loket", loket, 0, 99);
        var service = typed.number("menit", menit, 1, 240);
        var split = shares(typed);
        if (!closes.equals(LocalTime.MIDNIGHT) && !closes.isAfter(opens)) {
            typed.wrong("tutup", "capacity.problem.closes");
        }
        if (lunchUntil.isBefore(lunchFrom)) {
            typed.wrong("selesaiIstirahat", "capacity.problem.lunch");
        }
        if (split.isEmpty() || !typed.fits()) {
            return Optional.empty();
        }
        return Optional.of(new Template(
                counters,
                Duration.of(service, ChronoUnit.MINUTES),
                Duration.of(window, ChronoUnit.MINUTES),
                opens,
                closes,
                lunchFrom,
                lunchUntil,
                split.get()));
    }

    private Optional<Split> shares(Typed typed) {
        var everyone = typed.number("umum", umum, 0, 100);
        var assisted = typed.number("dibantu", dibantu, 0, 100);
        var priority = typed.number("prioritas", prioritas, 0, 100);
        var partner = typed.number("mitra", mitra, 0, 100);
        var sum = everyone + assisted + priority + partner;
        if (sum != 100) {
            typed.wrong("umum", "capacity.problem.shares", sum);
            return Optional.empty();
        }
        return Optional.of(new Split(everyone, assisted, priority, partner, until(typed)));
    }

    private @Nullable PartnersUntil until(Typed typed) {
        if (mitraHari.isEmpty() && mitraJam.isEmpty()) {
            return null;
        }
        if (mitraHari.isEmpty() || mitraJam.isEmpty()) {
            typed.wrong(mitraHari.isEmpty() ? "mitraHari" : "mitraJam", "capacity.problem.left");
            return null;
        }
        return new PartnersUntil(
                typed.number("mitraHari", mitraHari, 0, PartnersUntil.MOST_DAYS), typed.time("mitraJam", mitraJam));
    }
}
