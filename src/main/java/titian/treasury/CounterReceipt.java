package titian.treasury;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Collectors;
import titian.counterfee.CounterFee;
import titian.office.Office;
import titian.shared.Money;
import titian.tariff.Quote.Line;
import titian.web.Words;

/** The receipt of a fee that an office took at its counter, under our own number and by the office's clock. */
record CounterReceipt(
        CounterFee fee, String number, Instant paidAt, String payer, Office office, URI genuine, boolean wentBack)
        implements Receipt {

    @Override
    public String what(Words words) {
        return fee.lines().stream().map(line -> what(line, words)).collect(Collectors.joining(", "));
    }

    String what(Line line, Words words) {
        return words.areIndonesian() ? line.nameInIndonesian() : line.nameInEnglish();
    }

    @Override
    public Money money() {
        return fee.amount();
    }

    @Override
    public ZoneId zone() {
        return office.zone();
    }

    @Override
    public String numberName() {
        return "treasury.receipt.counter.number";
    }

    @Override
    public String toString() {
        return "receipt " + number;
    }
}
