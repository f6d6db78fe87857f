package titian.shared;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import java.util.Locale;

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

    /** Whether it is rupiah, the one currency the state's billing knows. */
    public boolean isRupiah() {
        return currency.equals(IDR);
    }

    /** In the unit its currency is named by: rupiah, dollars with their cents. */
    public BigDecimal whole() {
        return BigDecimal.valueOf(amount, digits());
    }

    /** The rupiah has no smaller coin in use. */
    private int digits() {
        return isRupiah() ? 0 : Math.max(0, currency.getDefaultFractionDigits());
    }

    /** As Indonesians write it: {@code Rp650.000}. Other currencies by their code, as in {@code USD 1.022,50}. */
    @Override
    public String toString() {
        if (isRupiah()) {
            return "Rp" + grouped(amount);
        }
        var digits = digits();
        if (digits == 0) {
            return currency.getCurrencyCode() + " " + grouped(amount);
        }
        var coins = BigInteger.TEN.pow(digits).longValueExact();
        var small = String.format(Locale.ROOT, "%0" + digits + "d", amount % coins);
        return currency.getCurrencyCode() + " " + grouped(amount / coins) + "," + small;
    }

    private static String grouped(long whole) {
        return String.format(Locale.ROOT, "%,d", whole).replace(',', '.');
    }
}
