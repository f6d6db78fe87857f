package titian.payment;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import titian.platform.Retrying;
import titian.simponi.Biller;
import titian.simponi.Said;

/** The errands to the biller that follow a commit: fetching codes, checking notices, asking about unpaid bills. */
@Configuration(proxyBeanMethods = false)
class Errands {

    private static final Logger LOG = LoggerFactory.getLogger(Errands.class);
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(15);

    /** Fetches a bill's code. */
    static final TaskDescriptor<OneBill> ISSUE_BILL = TaskDescriptor.of("issue-bill", OneBill.class);

    /** Fetches the code of a family's bills. */
    static final TaskDescriptor<OneFamily> ISSUE_FAMILY_BILL = TaskDescriptor.of("issue-family-bill", OneFamily.class);

    /** Asks about a bill because the person says that they paid. */
    static final TaskDescriptor<OneBill> ASK_ABOUT_BILL = TaskDescriptor.of("ask-about-bill", OneBill.class);

    /** Names a bill to a task. */
    record OneBill(UUID bill) {}

    /** Names what a family owes to a task. */
    record OneFamily(UUID family) {}

    /** The biller gave no answer of use, so the errand is made again. */
    private static final class Again extends RuntimeException {
        Again(String why) {
            super(why, null, false, false);
        }
    }

    @Bean
    Task<OneBill> issueBill(Ledger ledger, BillLines lines, Biller biller, CashDesk cash, Clock clock) {
        return Tasks.oneTime(ISSUE_BILL)
                .onFailure(Retrying.soonThenEveryMinute())
                .execute((errand, _) -> {
                    var entry = ledger.find(new BillId(errand.getData().bill())).orElseThrow();
                    if (entry.bill().state() != BillState.REQUESTED) {
                        return;
                    }
                    if (entry.isTimeUp(clock.instant())) {
                        LOG.warn(
                                "The code of bill {} did not come in time",
                                entry.bill().id());
                        return;
                    }
                    switch (biller.issue(entry.owed(lines.of(entry.bill().id())))) {
                        case Said.Code code -> cash.issued(entry.bill(), code.code());
                        case Said.Nothing nothing -> throw new Again(nothing.outcome());
                        case Said.Paid _, Said.NotPaid _ -> throw new Again("GARBLED");
                    }
                });
    }

    @Bean
    Task<OneFamily> issueFamilyBill(FamilyBills families, Ledger ledger, BillLines lines, Biller biller, Clock clock) {
        return Tasks.oneTime(ISSUE_FAMILY_BILL)
                .onFailure(Retrying.soonThenEveryMinute())
                .execute((errand, _) -> {
                    var family = families.find(errand.getData().family()).orElseThrow();
                    if (family.code() != null || !family.isOwed(clock.instant())) {
                        return;
                    }
                    var all = family.shares().stream()
                            .flatMap(share -> lines.of(share.bill()).stream())
                            .toList();
                    var leading = ledger.find(family.leading()).orElseThrow();
                    switch (biller.issue(leading.togetherWith(family).owed(all))) {
                        case Said.Code code -> families.issue(family.id(), code.code());
                        case Said.Nothing nothing -> throw new Again(nothing.outcome());
                        case Said.Paid _, Said.NotPaid _ -> throw new Again("GARBLED");
                    }
                });
    }

    @Bean
    Task<CashDesk.SomeNotices> checkNotices(Settlements settlements) {
        return Tasks.oneTime(CashDesk.CHECK_NOTICES)
                .onFailure(Retrying.soonThenEveryMinute())
                .execute((errand, _) -> {
                    if (!settlements.check(errand.getData().notices())) {
                        throw new Again("not confirmed yet");
                    }
                });
    }

    @Bean
    Task<OneBill> askAboutBill(Settlements settlements) {
        return Tasks.oneTime(ASK_ABOUT_BILL)
                .onFailure((complete, operations) -> operations.remove())
                .execute((errand, _) ->
                        settlements.settle(new BillId(errand.getData().bill())));
    }

    @Bean
    Task<Void> askAboutOpenBills(Settlements settlements) {
        return Tasks.recurring("ask-about-open-bills", FixedDelay.of(BETWEEN_ROUNDS))
                .execute((_, _) -> settlements.askAround());
    }
}
