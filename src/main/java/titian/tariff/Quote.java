package titian.tariff;

import java.util.ArrayList;
import java.util.List;
import titian.shared.Money;

/**
 * What a passport costs on a day, and by which regulation: the sum of its lines, the book first.
 *
 * @param tariffCode of the book
 */
public record Quote(
        String tariffCode,
        String nameInIndonesian,
        String nameInEnglish,
        Money amount,
        String legalBasis,
        List<Line> lines) {

    /** One price of which the sum consists. */
    public record Line(String tariffCode, String nameInIndonesian, String nameInEnglish, Money amount) {}

    public Quote {
        lines = List.copyOf(lines);
        var sum = lines.stream().map(Line::amount).reduce(new Money(0, amount.currency()), Money::plus);
        if (!sum.equals(amount)) {
            throw new IllegalArgumentException("a quote is the sum of its lines");
        }
    }

    /** A book and nothing else. */
    static Quote of(Line book, String legalBasis) {
        return new Quote(
                book.tariffCode(),
                book.nameInIndonesian(),
                book.nameInEnglish(),
                book.amount(),
                legalBasis,
                List.of(book));
    }

    Quote with(Line line) {
        var more = new ArrayList<>(lines);
        more.add(line);
        return new Quote(tariffCode, nameInIndonesian, nameInEnglish, amount.plus(line.amount()), legalBasis, more);
    }

    /** The lines a bill or a counter shows: what costs nothing is none. */
    public List<Line> priced() {
        return lines.stream().filter(line -> line.amount().amount() > 0).toList();
    }

    /** Nothing is to be paid, so there will be no bill. */
    public boolean isFree() {
        return amount.amount() == 0;
    }
}
