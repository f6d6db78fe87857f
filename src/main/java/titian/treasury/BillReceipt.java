package titian.treasury;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import titian.payment.PaidBill;
import titian.payment.PaymentDesk;
import titian.shared.Money;
import titian.tariff.Quote.Line;
import titian.web.Words;

/** The receipt of a bill, under the treasury's number and by its clock. */
record BillReceipt(PaidBill paid, List<Line> lines, URI genuine, boolean wentBack) implements Receipt {

    @Override
    public String what(Words words) {
        return lines.isEmpty()
                ? words.areIndonesian() ? paid.nameInIndonesian() : paid.nameInEnglish()
                : lines.stream().map(line -> what(line, words)).collect(Collectors.joining(", "));
    }

    String what(Line line, Words words) {
        return words.areIndonesian() ? line.nameInIndonesian() : line.nameInEnglish();
    }

    @Override
    public Money money() {
        return paid.amount();
    }

    /** When the bank received the money. */
    @Override
    public Instant paidAt() {
        return paid.received().paidAt();
    }

    @Override
    public ZoneId zone() {
        return PaymentDesk.TREASURY;
    }

    @Override
    public String payer() {
        return paid.payer();
    }

    @Override
    public String number() {
        return paid.received().stateReceiptNumber();
    }

    @Override
    public String numberName() {
        return "treasury.receipt.ntpn";
    }

    @Override
    public String toString() {
        return "receipt of bill " + paid.bill();
    }
}
