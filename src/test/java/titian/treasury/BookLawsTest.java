package titian.treasury;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import titian.TitianTest;
import titian.payment.Bill;
import titian.payment.PaymentDesk;
import titian.payment.SomeBills;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Money;
import titian.shared.OfficeId;
import titian.treasury.RefundRefused.AskedBefore;
import titian.treasury.RefundRefused.NotOpen;
import titian.treasury.RefundRefused.NotPaid;
import titian.treasury.RefundRefused.SamePerson;

/**
 * Laws of the books that hold whatever happens to bills, in whatever order and however often: chance takes the steps, a
 * few lines of arithmetic beside it say what must stand on each account.
 */
@TitianTest
class BookLawsTest {

    private static final long FEE = 650_000;
    private static final int BILLS = 24;
    private static final int STEPS = 14;

    @Autowired
    BeanFactory house;

    @Autowired
    PaymentDesk payments;

    @Autowired
    RefundDesk refunds;

    @Autowired
    BookDesk desk;

    @Autowired
    ProofDesk proofs;

    @Autowired
    JdbcClient db;

    final OfficeId office = OfficeId.of("kanim-hukum-" + Long.toString(System.nanoTime(), 36));
    SomeBills bills;
    SomeBooks books;

    @BeforeEach
    void thereAreBills() {
        bills = new SomeBills(house);
        books = new SomeBooks(house);
    }

    @Test
    void whateverHappensInWhateverOrderEachAccountHoldsWhatItMust() {
        for (int seed = 0; seed < BILLS; seed++) {
            var chance = new Random(seed);
            var life = new Life(bills.open(AccountId.next(), ApplicationId.next()));
            books.place(life.bill.id(), office);
            for (int step = 0; step < STEPS; step++) {
                life.step(chance);
                assertThat(life.holds()).as("seed %s after %s", seed, life.told).isTrue();
            }
        }
        assertThat(unbalanced()).isEmpty();
        assertThat(proofs.prove().holds()).isTrue();
    }

    /** One bill with what was done to it, and what that comes to. */
    private final class Life {

        private final Bill bill;
        private final List<String> told = new ArrayList<>();
        private final List<AccountId> officers =
                IntStream.range(0, 3).mapToObj(_ -> AccountId.next()).toList();
        private boolean closed;
        private int paid;
        private long corrected;
        private long ordered;
        private long sent;
        private long fromSurplus;
        private final Set<UUID> beyond = new HashSet<>();

        private Life(Bill bill) {
            this.bill = bill;
        }

        private void step(Random chance) {
            var officer = officers.get(chance.nextInt(officers.size()));
            switch (chance.nextInt(9)) {
                case 0, 1 -> pay();
                case 2 -> sayAgain();
                case 3 -> close();
                case 4 -> correct(1 + chance.nextInt(1_000), chance.nextBoolean());
                case 5 -> refund("ask", () -> ask(chance));
                case 6 -> refund("endorse", () -> refunds.endorse(now(), officer));
                case 7 -> refund("order", () -> order(officer));
                default -> refund("send", this::send);
            }
        }

        private void pay() {
            told.add("pay");
            bills.pay(bill);
            paid++;
        }

        private void sayAgain() {
            var known = payments.find(bill.id()).orElseThrow();
            if (known.payment() != null) {
                told.add("say again");
                bills.sayAgain(known);
            }
        }

        private void close() {
            told.add("close");
            closed |= payments.close(bill.id()) && paid == 0;
        }

        private void correct(long amount, boolean more) {
            told.add(more ? "more" : "less");
            var subject = UUID.randomUUID().toString();
            var by = officers.getFirst();
            var day = LocalDate.parse("2026-12-08");
            if (more) {
                desk.receivedMore(subject, bill.id(), Money.rupiah(amount), day, office, by, "acak");
                desk.receivedMore(subject, bill.id(), Money.rupiah(amount), day, office, by, "acak");
            } else {
                desk.receivedLess(subject, bill.id(), Money.rupiah(amount), day, office, by, "acak");
            }
            corrected += more ? amount : -amount;
        }

        private void refund(String what, Runnable step) {
            try {
                step.run();
                told.add(what);
            } catch (AskedBefore | NotOpen | NotPaid | SamePerson refused) {
                told.add(what + ", refused");
            }
        }

        /** One of the payments, the first or one beyond it. */
        private void ask(Random chance) {
            var owner = refunds.paid(bill.application(), account()).orElseThrow(NotPaid::new);
            var payment = chance.nextInt(paid);
            var asked = refunds.ask(
                    owner.application(),
                    owner.account(),
                    payment == 0 ? null : surplus(payment - 1),
                    new RefundDesk.Request(
                            Refund.Ground.OTHER, "acak", new Refund.Destination("Bank Uji", "0012345678", "Pemilik")));
            if (payment > 0) {
                beyond.add(asked.id());
            }
        }

        private UUID surplus(int number) {
            return db.sql("SELECT id FROM payment.surplus WHERE bill = ? ORDER BY id OFFSET ? LIMIT 1")
                    .params(bill.id().value(), number)
                    .query(UUID.class)
                    .single();
        }

        private void order(AccountId officer) {
            var refund = now();
            refunds.order(refund, officer);
            ordered += FEE;
            fromSurplus += beyond.contains(refund.id()) ? FEE : 0;
        }

        private void send() {
            refunds.transferred(now(), officers.getFirst(), "TRF0001");
            sent += FEE;
        }

        private Refund now() {
            return refunds.of(account()).stream().findFirst().orElseThrow(NotPaid::new);
        }

        private AccountId account() {
            return db.sql("SELECT account FROM payment.bill WHERE id = ?")
                    .param(bill.id().value())
                    .query((row, _) -> new AccountId(row.getObject("account", UUID.class)))
                    .single();
        }

        private boolean holds() {
            var owed = paid == 0 && !closed ? FEE : 0;
            return stands("RECEIVABLE") == owed
                    && stands("BILLED") == -owed
                    && stands("CASH") == FEE * paid + corrected - sent
                    && stands("UNIDENTIFIED") == -corrected
                    && stands("REVENUE") == (paid > 0 ? -FEE : 0)
                    && stands("SURPLUS") == -FEE * Math.max(0, paid - 1) + fromSurplus
                    && stands("REFUNDS") == ordered - fromSurplus
                    && stands("REFUNDS_DUE") == sent - ordered;
        }

        private long stands(String account) {
            return books.booked(bill.id()).getOrDefault(account, 0L);
        }
    }

    private List<Long> unbalanced() {
        return db.sql("""
                        SELECT entry
                          FROM treasury.posting
                         GROUP BY entry, currency
                        HAVING sum(amount) <> 0
                        """).query((row, _) -> row.getLong("entry")).list();
    }
}
