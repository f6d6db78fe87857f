package titian.simponi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import titian.shared.Money;
import titian.shared.Nik;
import titian.tariff.Quote.Line;
import tools.jackson.databind.json.JsonMapper;

/** SIMPONI's lists, word by word. */
class SimponiLanguageTest {

    static final Instant PAY_BY = Instant.parse("2026-12-08T07:05:09.123456Z");

    static final BillerAccess ACCESS = new BillerAccess(BillerAccessTest.complete());

    static final Line BOOK =
            new Line("PSP_ELEK_5", "Paspor biasa elektronik", "Electronic passport", Money.rupiah(650_000));

    static Owed owed(Line... lines) {
        return new Owed(
                UUID.fromString("0d3c1f5e-6f2b-4a8e-9d1c-2b3a4c5d6e7f"),
                "0d3c1f5e6f2b4a8e9d1c2b3a4c5d6e7f",
                "SITI \"IIN\" RAHAYU",
                new Nik("3174015708900001"),
                Money.rupiah(650_000),
                PAY_BY,
                List.of(lines));
    }

    @Test
    void asksForACodeThatEndsWithTheBill() {
        var json = JsonMapper.shared().readTree(SimponiLanguage.billingCode(owed(BOOK), ACCESS));

        assertThat(json.path("method").asString()).isEqualTo("billingcode_v4");
        assertThat(json.path("data").path("header").valueStream().map(text -> text.asString()))
                .containsExactly(
                        "0d3c1f5e6f2b4a8e9d1c2b3a4c5d6e7f",
                        "we",
                        "our secret",
                        "2026-12-08 14:05:09",
                        "137",
                        "06",
                        "123456",
                        "F",
                        "1",
                        "650000",
                        "SITI \"IIN\" RAHAYU",
                        "123456",
                        "000000000000000",
                        "3174015708900001");
        assertThat(json.path("data").path("detail")).hasSize(1);
        assertThat(json.path("data").path("detail").get(0).valueStream().map(text -> text.asString()))
                .containsExactly(
                        "Paspor biasa elektronik",
                        "000103",
                        "2024045",
                        "425111",
                        "650000",
                        "1",
                        "permohonan",
                        "650000",
                        "0100",
                        "51");
    }

    @Test
    void eachPriceIsALineOfItsOwn() {
        var lost = new Line(
                "ADD_HILANG", "Biaya beban paspor hilang", "Charge for a lost passport", Money.rupiah(1_000_000));

        var json = JsonMapper.shared().readTree(SimponiLanguage.billingCode(owed(BOOK, lost), ACCESS));

        assertThat(json.path("data").path("detail").valueStream())
                .extracting(
                        detail -> detail.get(1).asString(),
                        detail -> detail.get(7).asString())
                .containsExactly(tuple("000103", "650000"), tuple("000106", "1000000"));
    }

    @Test
    void whatIsWrittenDownGivesNobodyAway() {
        var asked = SimponiLanguage.masked(SimponiLanguage.billingCode(owed(BOOK), ACCESS))
                + SimponiLanguage.masked(SimponiLanguage.inquiry(owed().trxId(), "820261208123456", ACCESS));

        assertThat(asked)
                .contains("820261208123456", "650000")
                .doesNotContain("our secret", "SITI", "RAHAYU", "3174015708900001");
    }

    @Test
    void readsACode() {
        assertThat(SimponiLanguage.readCode(codeUntil("2026-12-08 14:05:09"), PAY_BY))
                .isEqualTo(new Said.Code("820261208123456", Instant.parse("2026-12-08T07:05:09Z")));
        assertThat(SimponiLanguage.readCode(codeUntil("08-12-2026 14:05:09"), PAY_BY))
                .isInstanceOf(Said.Code.class);
    }

    @Test
    void aCodeThatOutlivesTheBillIsOfNoUse() {
        assertThat(SimponiLanguage.readCode(codeUntil("2026-12-08 14:05:10"), PAY_BY))
                .isEqualTo(new Said.Nothing("TOO_LONG"));
    }

    @Test
    void readsAPayment() {
        assertThat(SimponiLanguage.readInquiry(paid("2026-12-08 13:00:00", "AB12CD34EF56GH78")))
                .isEqualTo(new Said.Paid(new Said.Receipt(
                        "123456789012", "AB12CD34EF56GH78", Instant.parse("2026-12-08T06:00:00Z"), "999", "7014")));
    }

    @Test
    void readsThatNothingWasPaid() {
        assertThat(SimponiLanguage.readInquiry("{\"response\":{\"code\":\"NF\",\"message\":\"Belum dibayar\"}}"))
                .isEqualTo(new Said.NotPaid());
    }

    @ParameterizedTest
    @ValueSource(strings = {"30", "99", "ID", "IS", "IU", "GE"})
    void aRefusalSaysNothingOfThePayment(String code) {
        assertThat(SimponiLanguage.readInquiry("{\"response\":{\"code\":\"" + code + "\"}}"))
                .isEqualTo(new Said.Nothing("REFUSED_" + code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "<html>502</html>",
                "{\"response\":{}}",
                "{\"response\":\"00\"}",
                "{\"response\":{\"code\":\"00\"}}",
                "{\"response\":{\"code\":\"00\",\"data\":[]}}",
                "{\"response\":{\"code\":\"00\",\"data\":{\"a\":1}}}",
                "{\"response\":{\"code\":\"77\",\"data\":[]}}",
                "{\"response\":{\"code\":\"00\",\"data\":[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\"]}}",
                "{\"response\":{\"code\":\"00\",\"data\":[null,null,null,null]}}"
            })
    void whatMakesNoSenseIsNoAnswer(String text) {
        assertThat(SimponiLanguage.readInquiry(text)).isEqualTo(new Said.Nothing("GARBLED"));
        assertThat(SimponiLanguage.readCode(text, PAY_BY)).isEqualTo(new Said.Nothing("GARBLED"));
    }

    @Test
    void aDayThatDoesNotExistMakesNoSense() {
        assertThat(SimponiLanguage.readInquiry(paid("2026-02-30 13:00:00", "AB12CD34EF56GH78")))
                .isEqualTo(new Said.Nothing("GARBLED"));
        assertThat(SimponiLanguage.readInquiry(paid("2026-12-08 13:00:00", "'; DROP TABLE")))
                .isEqualTo(new Said.Nothing("GARBLED"));
    }

    private static String codeUntil(String time) {
        return """
                {"response":{"code":"00","message":"Sukses",
                 "data":["123456789012","820261208123456","2026-12-08 12:05:09","%s"]}}
                """.formatted(time);
    }

    private static String paid(String time, String ntpn) {
        return """
                {"response":{"code":"00","message":"Sukses",
                 "data":["1","123456789012","%s","%s","999","7014","%s"]}}
                """.formatted(ntpn, time, time);
    }
}
