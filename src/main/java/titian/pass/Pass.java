package titian.pass;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import titian.application.ApplicationDesk;
import titian.booking.Appointment;
import titian.booking.AppointmentId;
import titian.booking.BookingCode;
import titian.casework.Prospect;
import titian.office.Office;
import titian.requirement.Checklist;
import titian.requirement.Need;
import titian.shared.ApplicationId;
import titian.tariff.Quote;
import titian.web.Barcode;
import titian.web.QrCode;
import titian.web.Words;

/**
 * The pass (bukti kunjungan): what a person holds out at the door. Its QR code says the booking code and nothing about
 * the person.
 *
 * @param changes how often the visit has been moved
 * @param service text key of the service asked for
 * @param admittedAt when the code was used to come in
 * @param needs the originals to bring, as the application was asked for them when it went in
 * @param company the key of who comes along, if somebody must
 * @param counter what to bring and pay, if form and papers are handed over at the counter
 * @param prospect how the papers that were handed in before stand, as far as an office checks them
 */
record Pass(
        ApplicationId application,
        AppointmentId appointment,
        int changes,
        String applicant,
        String service,
        BookingCode code,
        Office office,
        Instant startsAt,
        Instant endsAt,
        Standing standing,
        Instant payBy,
        @Nullable Instant admittedAt,
        List<Need> needs,
        @Nullable String company,
        @Nullable AtCounter counter,
        @Nullable Prospect prospect) {

    /**
     * What is different for whoever hands everything over at the counter.
     *
     * @param fees what is paid there, if anything
     */
    record AtCounter(Checklist papers, List<Quote> fees) {}

    /** What a pass is good for. */
    enum Standing {
        UNPAID,
        READY,
        PAST,
        ADMITTED,
        SERVED,
        MISSED,
        CANCELLED,
        EXPIRED
    }

    static Pass of(
            ApplicationDesk.Summary application,
            Appointment appointment,
            Office office,
            List<Need> needs,
            @Nullable String company,
            @Nullable AtCounter counter,
            @Nullable Prospect prospect,
            Instant now) {
        return new Pass(
                application.id(),
                appointment.id(),
                appointment.moves(),
                application.applicantName(),
                application.service(),
                appointment.code(),
                office,
                appointment.startsAt(),
                appointment.endsAt(),
                standing(appointment, office.zone(), now),
                appointment.heldUntil(),
                appointment.checkedInAt(),
                needs,
                company,
                counter,
                prospect);
    }

    /** A paid visit is good to the end of its day where the office is: who comes late is for the door to decide. */
    private static Standing standing(Appointment appointment, ZoneId zone, Instant now) {
        return switch (appointment.state()) {
            case HELD -> Standing.UNPAID;
            case CONFIRMED ->
                now.atZone(zone).toLocalDate().isAfter(day(appointment.startsAt(), zone))
                        ? Standing.PAST
                        : Standing.READY;
            case CHECKED_IN -> Standing.ADMITTED;
            case DONE -> Standing.SERVED;
            case NO_SHOW -> Standing.MISSED;
            case CANCELLED -> Standing.CANCELLED;
            case EXPIRED -> Standing.EXPIRED;
        };
    }

    boolean isReady() {
        return standing == Standing.READY;
    }

    /** Whether whoever comes with it now would be turned away for a paper, or is known not to be: else nothing is said. */
    boolean saysHowPapersStand() {
        return isReady() && prospect != null && (prospect.isReady() || prospect.isToMend());
    }

    /** By when the papers are to be mended: 17.00 WIB, Senin, 7 Desember 2026 */
    String mendBy(Words words) {
        var by = prospect == null ? null : prospect.mendBy();
        return by == null ? "" : moment(by, words);
    }

    QrCode qr() {
        return QrCode.of(code.value());
    }

    /** The same code as bars, for scanners that read nothing else. */
    Barcode bars() {
        return Barcode.of(code.value());
    }

    /** Selasa, 8 Desember 2026 */
    String day(Words words) {
        return words.day(day(startsAt, office.zone()));
    }

    /** 09.30–10.00 WIB */
    String hours(Words words) {
        return words.hour(startsAt, office.zone()) + "–" + words.hour(endsAt, office.zone()) + " "
                + words.zone(office.zone());
    }

    /** What the standing means and what to do, in a sentence or two. */
    String advice(Words words) {
        var key = "pass.advice." + standing;
        return switch (standing) {
            case UNPAID -> words.text(key, moment(payBy, words));
            case ADMITTED -> words.text(key, admittedAt == null ? "" : words.hour(admittedAt, office.zone()));
            case READY, PAST, SERVED, MISSED, CANCELLED, EXPIRED -> words.text(key);
        };
    }

    /** The originals to bring, each in words; of several one is enough. */
    List<String> bring(Words words) {
        return needs.stream()
                .map(need -> (need.isChoice() ? words.text("pass.bring.one-of") + " " : "")
                        + need.name(words.areIndonesian()))
                .toList();
    }

    private String moment(Instant at, Words words) {
        return words.hour(at, office.zone()) + " " + words.zone(office.zone()) + ", "
                + words.date(day(at, office.zone()));
    }

    private static LocalDate day(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDate();
    }

    @Override
    public String toString() {
        return "pass of application " + application + " " + standing;
    }
}
