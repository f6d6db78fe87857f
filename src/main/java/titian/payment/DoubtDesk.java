package titian.payment;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.payment.CashDesk.SomeNotices;
import titian.payment.Errands.OneBill;
import titian.platform.Tasks;
import titian.shared.AccountId;
import titian.shared.Act;

/**
 * Where somebody decides about bills whose amount is in doubt, and about notices that fit no bill. Nobody can say here that
 * a bill is paid: it is asked about again, and what bank and biller answer then counts (docs/adr/0020).
 */
@Service
@Transactional
public class DoubtDesk {

    private final DoubtedBills bills;
    private final StrayNotices strays;
    private final Tasks tasks;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DoubtDesk(DoubtedBills bills, StrayNotices strays, Tasks tasks, ApplicationEventPublisher events, Clock clock) {
        this.bills = bills;
        this.strays = strays;
        this.tasks = tasks;
        this.events = events;
        this.clock = clock;
    }

    /** The bills in doubt after this one, in the order of their ids, at most so many. */
    @Transactional(readOnly = true)
    public List<BillId> after(UUID after, int most) {
        return bills.after(after, most);
    }

    @Transactional(readOnly = true)
    public Optional<DoubtedBill> find(BillId bill) {
        return bills.find(bill);
    }

    /** What was said of it is set aside, and bank and biller are asked once more. The second time nothing happens. */
    public void askAgain(BillId bill, AccountId officer, String why) {
        var now = clock.instant();
        var waiting = bills.waiting(bill);
        if (bills.clear(bill, !waiting.isEmpty(), now)) {
            bills.setAside(bill, officer, why, now);
            events.publishEvent(new Act("DOUBT_SETTLED", "bill", bill.toString(), "WRONG_AMOUNT", "", why));
            tasks.soon(Errands.ASK_ABOUT_BILL, bill.toString(), new OneBill(bill.value()));
            if (!waiting.isEmpty()) {
                tasks.soon(CashDesk.CHECK_NOTICES, waiting.getFirst().toString(), new SomeNotices(waiting));
            }
        }
    }

    /** The notices nobody could make anything of after this one, the oldest first, at most so many. */
    @Transactional(readOnly = true)
    public List<StrayNotice> strays(UUID after, int most) {
        return strays.after(after, most);
    }

    /** One of them, or one that was set aside. */
    @Transactional(readOnly = true)
    public Optional<StrayNotice> stray(UUID notice) {
        return strays.find(notice);
    }

    /** Somebody has found out what it was about. The second time nothing happens. */
    public void setAside(StrayNotice notice, AccountId officer, String why) {
        if (strays.setAside(notice.id(), officer, why, clock.instant())) {
            events.publishEvent(new Act(
                    "NOTICE_SET_ASIDE",
                    "notice",
                    notice.id().toString(),
                    notice.why().name(),
                    "",
                    why));
        }
    }
}
