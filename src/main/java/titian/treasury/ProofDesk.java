package titian.treasury;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import titian.payment.BillId;
import titian.payment.BillStanding;
import titian.payment.PaymentRecord;

/** Proves the books: every entry sums to zero, and they say of every bill what the bill and its payment say. */
@Service
class ProofDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ProofDesk.class);
    private static final int A_PIECE = 5_000;
    private static final UUID NIL = new UUID(0, 0);

    private final PaymentRecord record;
    private final Books books;
    private final Proofs proofs;
    private final Clock clock;

    ProofDesk(PaymentRecord record, Books books, Proofs proofs, Clock clock) {
        this.record = record;
        this.books = books;
        this.proofs = proofs;
        this.clock = clock;
    }

    /** Reads all bills in pieces, on one picture of the database: what moves meanwhile is in neither or in both. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    Proof prove() {
        long bills = 0;
        long owed = 0;
        long received = 0;
        long differences = 0;
        @Nullable BillId first = null;
        for (var piece = record.standing(NIL, A_PIECE);
                !piece.isEmpty();
                piece = record.standing(piece.getLast().bill().value(), A_PIECE)) {
            var booked = booked(piece);
            for (var bill : piece) {
                bills++;
                owed += owed(bill);
                received += received(bill);
                if (!agrees(bill, booked.get(bill.bill().value()))) {
                    differences++;
                    first = first == null ? bill.bill() : first;
                }
            }
        }
        var proof = new Proof(clock.instant(), bills, owed, received, imbalance(), differences, first);
        proofs.add(proof);
        if (!proof.holds()) {
            LOG.error("The books do not agree with the bills: {}", proof);
        }
        return proof;
    }

    private long imbalance() {
        var newest = books.newestEntry();
        long imbalance = 0;
        for (long after = 0; after < newest; after += A_PIECE) {
            imbalance += books.imbalance(after, A_PIECE);
        }
        return imbalance;
    }

    Optional<Proof> newest() {
        return proofs.newest();
    }

    private Map<UUID, Books.Balance> booked(List<BillStanding> piece) {
        return books.balances(piece.stream().map(bill -> bill.bill().value()).toList()).stream()
                .collect(Collectors.toMap(Books.Balance::bill, Function.identity()));
    }

    private static boolean agrees(BillStanding bill, Books.@Nullable Balance booked) {
        return booked != null
                && booked.owed() == owed(bill)
                && booked.received() == received(bill)
                && booked.beyond() == bill.beyond().amount()
                && booked.ordered() == booked.refunds();
    }

    private static long owed(BillStanding bill) {
        return bill.owed() ? bill.amount().amount() : 0;
    }

    private static long received(BillStanding bill) {
        return bill.received() == null ? 0 : bill.received().amount();
    }
}
