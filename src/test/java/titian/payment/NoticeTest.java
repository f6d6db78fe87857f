package titian.payment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A notice is read strictly: what is not one is not guessed at. */
class NoticeTest {

    static final String NOTICE = """
            {"trx_id_KL":"0d3c1f5e6f2b4a8e9d1c2b3a4c5d6e7f","kode_billing":"820261208123456","ntb":"123456789012",
             "ntpn":"AB12CD34EF56GH78","tgl_bayar":"2026-12-08 13:00:00","kode_bank":"999","kode_channel":"7014",
             "total":650000}
            """;

    @Test
    void aNoticeIsRead() {
        assertThat(Notice.read(NOTICE.getBytes(UTF_8))).hasValueSatisfying(notice -> {
            assertThat(notice.reference()).isEqualTo("0d3c1f5e6f2b4a8e9d1c2b3a4c5d6e7f");
            assertThat(notice.number()).isEqualTo("820261208123456");
            assertThat(notice.bankTransactionNumber()).isEqualTo("123456789012");
            assertThat(notice.stateReceiptNumber()).isEqualTo("AB12CD34EF56GH78");
            assertThat(notice.total()).isEqualTo(650_000);
        });
    }

    @Test
    void anAmountMayBeWrittenAsText() {
        assertThat(Notice.read(NOTICE.replace("650000", "\"650000\"").getBytes(UTF_8)))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"650000.5", "-650000", "0", "6.5e5", "true", "null", "[650000]", "1000000000000000000000"})
    void anAmountIsAWholeNumberOfRupiah(String amount) {
        assertThat(Notice.read(NOTICE.replace("650000", amount).getBytes(UTF_8)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "null", "kode_billing=820261208123456", "{\"kode_billing\":"})
    void whatIsNotANoticeIsNotRead(String body) {
        assertThat(Notice.read(body.getBytes(UTF_8))).isEmpty();
    }

    @Test
    void aNoticeIsInTheCharsetAgreedOnAndNoOther() {
        assertThat(Notice.read(NOTICE.getBytes(UTF_16))).isEmpty();
        assertThat(Notice.read(NOTICE.replace("AB12CD34EF56GH78", "AB12CD34EF56GH7\u00D1")
                        .getBytes(ISO_8859_1)))
                .isEmpty();
        assertThat(Notice.read(NOTICE.replace("\"999\"", "\"\u00D1\"").getBytes(ISO_8859_1)))
                .as("a field we do not read")
                .isPresent();
    }

    @Test
    void theRequestNamesItsBill() {
        var bill = BillId.next();

        assertThat(LedgerEntry.requested(LedgerEntry.trxId(bill))).contains(bill);
        assertThat(LedgerEntry.requested("TRX-2026-0001")).isEmpty();
    }
}
