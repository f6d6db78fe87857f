package titian.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import titian.account.Code;
import titian.account.Contact;
import titian.application.ApplicationDesk.Summary;
import titian.application.Intake;
import titian.booking.AppointmentState;
import titian.booking.SomeAppointments;
import titian.notification.Letter.Outgoing;
import titian.office.Office;
import titian.office.OfficeType;
import titian.payment.Bill;
import titian.payment.BillId;
import titian.payment.BillState;
import titian.requirement.RequestedService;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Money;
import titian.shared.OfficeId;
import titian.shared.Speed;

/** What letters say, and in whose language and time. */
class WordingTest {

    static final Wording WORDING = new Wording("https://paspor.example");
    static final Instant NINE_IN_JAYAPURA = Instant.parse("2026-12-08T00:00:00Z");
    static final Office JAYAPURA = new Office(
            new OfficeId("kanim-jayapura"),
            "Kantor Imigrasi Kelas I TPI Jayapura",
            OfficeType.IMMIGRATION_OFFICE,
            "Kota Jayapura",
            "Jalan Percetakan Negara 15",
            ZoneId.of("Asia/Jayapura"),
            null);

    static Contact reader(Locale language) {
        return new Contact(AccountId.next(), "RATNA WULANDARI", "ratna@warga.example", "+6281234567890", language);
    }

    static Summary application(String stage) {
        return new Summary(
                ApplicationId.next(),
                AccountId.next(),
                "BUDI WULANDARI",
                RequestedService.NEW_ADULT,
                Speed.REGULAR,
                Intake.FORM,
                stage,
                Locale.of("id"),
                null,
                null);
    }

    static Outgoing bill(Locale language, Optional<Office> office) {
        var about = application("SUBMITTED");
        var bill = new Bill(
                BillId.next(),
                about.id(),
                "Paspor",
                Money.rupiah(650_000),
                BillState.OPEN,
                "820261122000017",
                NINE_IN_JAYAPURA,
                null);
        return WORDING.bill(reader(language), about, bill, office);
    }

    static Outgoing appointment(Locale language) {
        var about = application("SCHEDULED");
        var visit = SomeAppointments.of(
                about.id(),
                JAYAPURA.id(),
                NINE_IN_JAYAPURA,
                NINE_IN_JAYAPURA.plusSeconds(1800),
                AppointmentState.CONFIRMED,
                NINE_IN_JAYAPURA,
                null);
        return WORDING.appointment(reader(language), about, visit, JAYAPURA);
    }

    static Stream<Outgoing> everyLetterInBothLanguages() {
        return Stream.of(Locale.of("id"), Locale.ENGLISH)
                .flatMap(language -> Stream.of(
                        WORDING.code(
                                reader(language),
                                new Code(
                                        UUID.randomUUID(),
                                        AccountId.next(),
                                        "048213",
                                        NINE_IN_JAYAPURA,
                                        NINE_IN_JAYAPURA.plusSeconds(900))),
                        WORDING.alreadyRegistered(reader(language), false),
                        WORDING.alreadyRegistered(reader(language), true),
                        bill(language, Optional.of(JAYAPURA)),
                        appointment(language),
                        WORDING.expired(reader(language), application("EXPIRED"))));
    }

    @ParameterizedTest
    @MethodSource("everyLetterInBothLanguages")
    void everyLetterIsCompleteAndLeadsSomewhere(Outgoing outgoing) {
        var plain = outgoing.letter().plain(outgoing.words().text("notification.signature"));

        assertThat(outgoing.letter().subject()).isNotBlank().doesNotContain("{", "\n");
        assertThat(plain)
                .doesNotContain("{0}", "null", "\n\n\n")
                .contains("https://paspor.example/")
                .contains(outgoing.letter().closing());
        assertThat(outgoing.toString()).doesNotContain("RATNA");
    }

    @Test
    void aBillSaysHowMuchWhereAndUntilWhenByTheOfficesClock() {
        var letter = bill(Locale.of("id"), Optional.of(JAYAPURA)).letter();

        assertThat(letter.link().address()).startsWith("https://paspor.example/tagihan/");
        assertThat(letter.subject()).isEqualTo("Bayar biaya paspor sebelum pukul 09.00 WIT");
        assertThat(letter.plain(""))
                .contains("Yth. Bapak/Ibu RATNA WULANDARI")
                .contains("Kode billing: 820261122000017")
                .contains("Jumlah: Rp650.000")
                .contains("Bayar sebelum pukul: 09.00 WIT, Selasa, 8 Desember 2026")
                .contains("Pemohon: BUDI WULANDARI");
    }

    @Test
    void withoutAnOfficeTheClockIsJakartas() {
        assertThat(bill(Locale.ENGLISH, Optional.empty()).letter().subject())
                .isEqualTo("Pay your passport fee before 07:00 WIB");
    }

    @Test
    void anAppointmentSaysWhenWhereAndWithWhat() {
        var letter = appointment(Locale.ENGLISH).letter();

        assertThat(letter.plain(""))
                .containsPattern("Booking code: \\w{4}-\\w{4}")
                .contains("Day: Tuesday, 8 December 2026", "Time: 09:00–09:30 WIT")
                .contains("Jayapura", "Jalan Percetakan Negara 15")
                .contains("family card");
        assertThat(letter.link().address()).startsWith("https://paspor.example/pass/");
    }

    @Test
    void lettersToAnAddressNotYetProvenNameNobody() {
        assertThat(everyLetterInBothLanguages()
                        .limit(2)
                        .map(outgoing -> outgoing.letter().plain(""))
                        .toList())
                .noneMatch(plain -> plain.contains("RATNA"))
                .isNotEqualTo(List.of());
    }
}
