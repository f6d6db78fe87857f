package titian.pass;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import titian.booking.AppointmentId;
import titian.booking.BookingCode;
import titian.office.Office;
import titian.office.OfficeType;
import titian.requirement.Need;
import titian.shared.ApplicationId;
import titian.shared.OfficeId;

/** Passes as they may come, for what is drawn from them. */
final class Passes {

    static final Instant STARTS = Instant.parse("2026-12-08T02:30:00Z");

    static final Office OFFICE = new Office(
            OfficeId.of("kanim-jakarta-selatan"),
            "Kantor Imigrasi Kelas I Khusus Non TPI Jakarta Selatan",
            OfficeType.IMMIGRATION_OFFICE,
            "Kota Jakarta Selatan",
            "Jl. Warung Buncit Raya No. 207, Duren Tiga, Pancoran",
            ZoneId.of("Asia/Jakarta"),
            null);

    private Passes() {}

    static Pass of(Pass.Standing standing) {
        return of("RATNA WULANDARI", standing);
    }

    static Pass of(String applicant, Pass.Standing standing) {
        return new Pass(
                ApplicationId.next(),
                AppointmentId.next(),
                1,
                applicant,
                "web.service",
                BookingCode.next(),
                OFFICE,
                STARTS,
                STARTS.plusSeconds(1800),
                standing,
                STARTS.minusSeconds(86_400),
                STARTS.minusSeconds(600),
                List.of(new Need(
                        Need.Force.MUST,
                        "KTP",
                        List.of(new Need.Paper("KTP", "KTP-el yang masih berlaku", "Valid e-KTP")))),
                null,
                null,
                null);
    }
}
