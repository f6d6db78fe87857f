package titian.snap;

import static org.assertj.core.api.Assertions.assertThat;

import com.emv.qrcode.decoder.mpm.DecoderMpm;
import com.emv.qrcode.model.mpm.MerchantPresentedMode;
import com.emv.qrcode.validators.mpm.MerchantPresentedModeValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** QRIS codes: what we let a payer see, and that a library from another hand reads the same. */
class QrisTest {

    /** An invented merchant's; its sum was found right by three programs of others. */
    private static final String CODE = "00020101021226720020ID.CO.BANKCONTOH.WWW0118936000990000000017021500000000000"
            + "00170303UBE51440014ID.CO.QRIS.WWW0215ID10200000000170303UBE5204939953033605409650000.005802ID5922DITJEN"
            + " IMIGRASI CONTOH6015JAKARTA SELATAN610512940624401158202611230000010510PASPOR00010707KANIM016304CEE2";

    @Test
    void aCodeIsReadAndAsksForItsAmountAndNoOther() {
        assertThat(Qris.read(CODE)).hasValueSatisfying(qris -> {
            assertThat(qris.merchant()).isEqualTo("DITJEN IMIGRASI CONTOH");
            assertThat(qris.asksFor(650_000)).isTrue();
            assertThat(qris.asksFor(650_001)).isFalse();
            assertThat(qris.asksFor(65_000)).isFalse();
        });
    }

    @Test
    void theSumIsTheStandards() {
        assertThat(Qris.checksum("123456789")).isEqualTo(0x29B1);
    }

    /** Every single letter changed is noticed. */
    @Test
    void aDamagedCodeIsNone() {
        for (int at = 0; at < CODE.length(); at++) {
            var letter = CODE.charAt(at) == '0' ? '1' : '0';
            var damaged = CODE.substring(0, at) + letter + CODE.substring(at + 1);
            assertThat(Qris.read(damaged)).as("damaged at %s", at).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "6304", "0002010102126304", "hello", "00020101021263040000"})
    void whatIsNoCodeIsNone(String text) {
        assertThat(Qris.read(text)).isEmpty();
    }

    @Test
    void aStaticCodeOrAnotherCurrencyIsNotABills() {
        assertThat(Qris.read(summed(CODE.replaceFirst("010212", "010211"))))
                .hasValueSatisfying(qris -> assertThat(qris.asksFor(650_000)).isFalse());
        assertThat(Qris.read(summed(CODE.replaceFirst("5303360", "5303840"))))
                .hasValueSatisfying(qris -> assertThat(qris.asksFor(650_000)).isFalse());
    }

    @Test
    void aLibraryFromAnotherHandReadsTheSame() {
        judge(CODE, "650000.00");
    }

    /** Read, found valid and written again letter by letter, by emv-qrcode. */
    static void judge(String code, String amount) {
        var read = DecoderMpm.decode(code, MerchantPresentedMode.class);
        assertThat(read.getTransactionAmount().getValue()).isEqualTo(amount);
        assertThat(read.getTransactionCurrency().getValue()).isEqualTo("360");
        assertThat(read.getPointOfInitiationMethod().getValue()).isEqualTo("12");
        assertThat(read.getCountryCode().getValue()).isEqualTo("ID");
        assertThat(read.toString()).isEqualTo(code);
        assertThat(new MerchantPresentedModeValidator().validate(read).isValid())
                .isTrue();
    }

    private static String summed(String code) {
        var body = code.substring(0, code.length() - 4);
        return body + "%04X".formatted(Qris.checksum(body));
    }
}
