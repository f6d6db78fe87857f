package titian.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static titian.booking.AppointmentState.CONFIRMED;
import static titian.pass.Pass.Standing.ADMITTED;
import static titian.pass.Pass.Standing.PAST;
import static titian.pass.Pass.Standing.READY;
import static titian.pass.Pass.Standing.UNPAID;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import titian.application.ApplicationDesk;
import titian.application.Intake;
import titian.booking.AppointmentState;
import titian.booking.SomeAppointments;
import titian.requirement.RequestedService;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Speed;
import titian.web.Words;

class PassTest {

    private static final Words INDONESIAN = Words.in(Words.INDONESIAN);
    private static final Words ENGLISH = Words.in(Words.ENGLISH);

    @ParameterizedTest
    @CsvSource({
        "HELD, UNPAID",
        "CONFIRMED, READY",
        "CHECKED_IN, ADMITTED",
        "DONE, SERVED",
        "NO_SHOW, MISSED",
        "CANCELLED, CANCELLED",
        "EXPIRED, EXPIRED"
    })
    void aPassStandsAsItsAppointmentDoes(AppointmentState state, Pass.Standing standing) {
        assertThat(pass(state, Passes.STARTS).standing()).isEqualTo(standing);
    }

    /** 8 December ends in Jakarta at 17.00 by the world's clock. */
    @Test
    void aPaidPassIsGoodToTheEndOfItsDayAtTheOffice() {
        assertThat(pass(CONFIRMED, Instant.parse("2026-12-08T16:59:59Z")).standing())
                .isEqualTo(READY);
        assertThat(pass(CONFIRMED, Instant.parse("2026-12-08T17:00:00Z")).standing())
                .isEqualTo(PAST);
    }

    @Test
    void dayAndHourAreTheOfficesOwn() {
        var pass = Passes.of(READY);
        assertThat(pass.day(INDONESIAN)).isEqualTo("Selasa, 8 Desember 2026");
        assertThat(pass.hours(INDONESIAN)).isEqualTo("09.30–10.00 WIB");
        assertThat(pass.hours(ENGLISH)).isEqualTo("09:30–10:00 WIB");
    }

    @Test
    void whatIsNotReadySaysWhyWithItsHour() {
        assertThat(Passes.of(UNPAID).advice(INDONESIAN)).contains("pukul 09.30 WIB, 7 Desember 2026");
        assertThat(Passes.of(ADMITTED).advice(ENGLISH)).contains("at 09:20");
    }

    @ParameterizedTest
    @EnumSource
    void everyStandingHasItsWords(Pass.Standing standing) {
        for (var words : new Words[] {INDONESIAN, ENGLISH}) {
            assertThat(Passes.of(standing).advice(words)).isNotBlank().doesNotContain("{");
            assertThat(words.text("pass.standing." + standing)).isNotBlank();
        }
    }

    @Test
    void whatIsPrintedInALogNamesNobody() {
        var pass = Passes.of(READY);
        assertThat(pass.toString()).doesNotContain("RATNA", pass.code().value());
    }

    private static Pass pass(AppointmentState state, Instant now) {
        var application = ApplicationId.next();
        var appointment = SomeAppointments.of(
                application,
                Passes.OFFICE.id(),
                Passes.STARTS,
                Passes.STARTS.plus(Duration.ofMinutes(30)),
                state,
                Passes.STARTS.minus(Duration.ofDays(1)),
                null);
        var summary = new ApplicationDesk.Summary(
                application,
                AccountId.next(),
                "RATNA WULANDARI",
                RequestedService.NEW_ADULT,
                Speed.REGULAR,
                Intake.FORM,
                "SCHEDULED",
                Locale.of("id"),
                appointment.id(),
                null);
        return Pass.of(summary, appointment, Passes.OFFICE, List.of(), null, null, null, now);
    }
}
