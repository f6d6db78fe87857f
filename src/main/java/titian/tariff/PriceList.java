package titian.tariff;

import java.util.List;
import titian.tariff.Quote.Line;

/**
 * What everyone may read before they begin.
 *
 * @param books   every ordinary passport
 * @param charges what may come on top of one, as far as it costs anything
 */
public record PriceList(List<Quote> books, List<Line> charges) {

    public PriceList {
        books = List.copyOf(books);
        charges = List.copyOf(charges);
    }
}
