package titian.treasury;

import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import titian.payment.PaidBill;
import titian.payment.PaymentDesk;
import titian.web.QrCode;
import titian.web.Words;

/**
 * The paper that says that a fee was paid, with the address at which anybody who is shown it can see whether it is
 * genuine.
 *
 * @param wentBack whether the money was given back since, and the paper is no longer valid
 */
record Receipt(PaidBill paid, URI genuine, boolean wentBack) {

    String what(Words words) {
        return words.areIndonesian() ? paid.nameInIndonesian() : paid.nameInEnglish();
    }

    String amount(Words words) {
        return words.money(paid.amount());
    }

    /** When the bank received the money, by the clock of the treasury. */
    String at(Words words) {
        var at = paid.received().paidAt();
        return words.text(
                "treasury.moment",
                words.day(LocalDate.ofInstant(at, PaymentDesk.TREASURY)),
                words.hour(at, PaymentDesk.TREASURY),
                words.zone(PaymentDesk.TREASURY));
    }

    /** The first letter of each part of the name and nothing of how long it is: enough to compare with the paper. */
    String maskedPayer() {
        return Arrays.stream(paid.payer().strip().split("\\s+"))
                .limit(3)
                .map(part -> part.substring(0, part.offsetByCodePoints(0, 1)) + "•••")
                .collect(Collectors.joining(" "));
    }

    /** The last letters of the treasury's number, to compare with the paper. */
    String maskedNumber() {
        var number = paid.received().stateReceiptNumber();
        return "•••" + number.substring(Math.max(0, number.length() - 4));
    }

    QrCode qr() {
        return QrCode.of(genuine.toString());
    }

    @Override
    public String toString() {
        return "receipt of bill " + paid.bill();
    }
}
