package titian.shared;

import java.util.Currency;

/** An amount in whole units of the currency's smallest coin in use: rupiah for IDR, cents for USD. Never a fraction. */
public record Money(long amount, Currency currency) {

    public static final Currency IDR = Currency.getInstance("IDR");

    public Money {
        if (amount < 0) {
            throw new IllegalArgumentException("an amount of money is not negative");
        }
    }

    public static Money rupiah(long amount) {
        return new Money(amount, IDR);
    }

    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot add " + other.currency + " to " + currency);
        }
        return new Money(Math.addExact(amount, other.amount), currency);
    }

    /** As Indonesians write it: {@code Rp650.000}. Other currencies by their code. */
    @Override
    public String toString() {
        var grouped = String.format(java.util.Locale.ROOT, "%,d", amount).replace(',', '.');
        return currency.equals(IDR) ? "Rp" + grouped : currency.getCurrencyCode() + " " + grouped;
    }
}
