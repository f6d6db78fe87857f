package titian.tariff;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import titian.shared.OfficeId;
import titian.shared.PassportType;

/** Where fees are quoted. */
@Service
public class TariffDesk {

    private final Tariffs tariffs;
    private final LocalTariffs locals;

    TariffDesk(Tariffs tariffs, LocalTariffs locals) {
        this.tariffs = tariffs;
        this.locals = locals;
    }

    /** The price of a passport on a day; empty if no tariff is in force. */
    public Optional<Quote> quote(PassportType type, int validityYears, LocalDate day) {
        return quote(Wanted.ordinary(type, validityYears), day);
    }

    /** The price of what is wanted on a day; empty if a part of it has none that day. */
    public Optional<Quote> quote(Wanted wanted, LocalDate day) {
        return tariffs.quote(wanted, day);
    }

    /** The same at an office, which may ask for it in the currency of its country. */
    public Optional<Quote> quote(Wanted wanted, OfficeId office, LocalDate day) {
        return quote(wanted, day).flatMap(quote -> locals.at(office, quote, day));
    }

    /** What comes on top on a day; empty if no tariff is in force for it. */
    public Optional<Quote.Line> charge(Charge charge, LocalDate day) {
        return tariffs.charge(charge, day);
    }

    /** The price of a travel document in lieu of a passport on a day; empty if no tariff is in force. */
    public Optional<Quote> travelDocument(LocalDate day) {
        return tariffs.travelDocument(day);
    }

    /** The same at an office, which may ask for it in the currency of its country. */
    public Optional<Quote> travelDocument(OfficeId office, LocalDate day) {
        return travelDocument(day).flatMap(quote -> locals.at(office, quote, day));
    }

    /** What ordinary passports cost on a day, and what may come on top; nothing in it if no tariff is in force. */
    public PriceList prices(LocalDate day) {
        return new PriceList(tariffs.ordinary(day), tariffs.charges(day));
    }

    /** The tariffs that may stand on a bill of that day. */
    public List<String> billable(LocalDate day) {
        return tariffs.billable(day);
    }
}
