package titian.payment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import titian.payment.FamilyBill.Share;
import titian.shared.Money;
import titian.web.Words;

/**
 * What a family owes at once, in the words of the bill's page.
 *
 * @param code         as it is typed; null while it is only offered, or on its way
 * @param codeInGroups as it is read aloud
 * @param limit        until when it can be paid; empty while it is only offered
 */
record FamilyView(
        List<Person> people,
        String amount,
        boolean gathered,
        @Nullable String code,
        List<String> codeInGroups,
        String limit) {

    /** One of the family, and what is owed for them. */
    record Person(String name, String what, String amount) {

        @Override
        public String toString() {
            return "somebody";
        }
    }

    static FamilyView offer(List<Share> shares, Words words) {
        var amount = shares.stream().map(Share::amount).reduce(Money.rupiah(0), Money::plus);
        return new FamilyView(people(shares, words), words.money(amount), false, null, List.of(), "");
    }

    static FamilyView of(FamilyBill family, Words words) {
        return new FamilyView(
                people(family.shares(), words),
                words.money(family.amount()),
                true,
                family.code(),
                family.code() == null ? List.of() : BillView.inGroups(family.code(), 3),
                BillView.moment(family.payBy(), words));
    }

    private static List<Person> people(List<Share> shares, Words words) {
        return shares.stream()
                .map(share -> new Person(
                        share.payer(),
                        words.areIndonesian() ? share.nameInIndonesian() : share.nameInEnglish(),
                        words.money(share.amount())))
                .toList();
    }

    /** Whether it was asked for, and the biller has not given the code yet. */
    boolean isComing() {
        return gathered && code == null;
    }

    @Override
    public String toString() {
        return "a family's bill";
    }
}
