package titian.treasury;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.stream.Collectors;
import titian.shared.Money;
import titian.web.QrCode;
import titian.web.Words;

/**
 * The paper that says that a fee was paid, with the address at which anybody who is shown it can see whether it is
 * genuine.
 */
sealed interface Receipt permits BillReceipt, CounterReceipt {

    /** The address that tells whether the paper is genuine. */
    URI genuine();

    /** Whether the money was given back since, and the paper is no longer valid. */
    boolean wentBack();

    String what(Words words);

    Money money();

    Instant paidAt();

    /** Whose clock tells when it was paid. */
    ZoneId zone();

    /** Who paid; empty if that is forgotten. */
    String payer();

    /** The number to compare with the paper. */
    String number();

    /** The text key of what kind of number that is. */
    String numberName();

    default String amount(Words words) {
        return words.money(money());
    }

    default String at(Words words) {
        return words.text(
                "treasury.moment",
                words.day(LocalDate.ofInstant(paidAt(), zone())),
                words.hour(paidAt(), zone()),
                words.zone(zone()));
    }

    /** The first letter of each part of the name and nothing of how long it is: enough to compare with the paper. */
    default String maskedPayer() {
        return Arrays.stream(payer().strip().split("\\s+"))
                .filter(part -> !part.isEmpty())
                .limit(3)
                .map(part -> part.substring(0, part.offsetByCodePoints(0, 1)) + "•••")
                .collect(Collectors.joining(" "));
    }

    /** The last letters of the number, to compare with the paper. */
    default String maskedNumber() {
        return "•••" + number().substring(Math.max(0, number().length() - 4));
    }

    default QrCode qr() {
        return QrCode.of(genuine().toString());
    }
}
