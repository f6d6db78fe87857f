package titian.payment;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import titian.payment.OtherWay.Heard;
import titian.payment.OtherWay.Payable;

/** All the ways to pay besides the billing code; none where no bank is set. */
@Component
class OtherWays {

    private final List<OtherWay> ways;

    OtherWays(List<OtherWay> ways) {
        this.ways = ways.stream().sorted(Comparator.comparing(OtherWay::way)).toList();
    }

    List<Payable> payable(BillId bill) {
        return ways.stream().flatMap(way -> way.payable(bill).stream()).toList();
    }

    /** Asks every way. One that says yes is enough; no means no only if all say it. */
    Heard askAll(BillId bill) {
        Heard heard = new Heard.NotPaid();
        for (var way : ways) {
            switch (way.ask(bill)) {
                case Heard.Paid paid -> {
                    return paid;
                }
                case Heard.Unclear unclear -> heard = unclear;
                case Heard.NotPaid _ -> {}
            }
        }
        return heard;
    }

    Heard ask(Way way, BillId bill) {
        return find(way).map(other -> other.ask(bill)).orElseGet(Heard.Unclear::new);
    }

    private Optional<OtherWay> find(Way way) {
        return ways.stream().filter(other -> other.way() == way).findFirst();
    }
}
