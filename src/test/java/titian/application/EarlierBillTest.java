package titian.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static titian.SignedInPeople.as;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import titian.Browser;
import titian.Inbox;
import titian.People;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.application.Stage.Expired;
import titian.application.Stage.Scheduled;
import titian.application.Stage.Submitted;
import titian.booking.BookingDesk;
import titian.form.FilledIn;
import titian.outside.World;
import titian.payment.BillState;
import titian.payment.PaymentDesk;
import titian.payment.SomeBills;
import titian.shared.AccountId;
import titian.shared.PassportType;

/** Money for an earlier bill than the one that waits: it counts if it is as much, and is given back if not. */
@TitianTest
class EarlierBillTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    BeanFactory house;

    @Autowired
    Settlements settlements;

    @Autowired
    SettlementDesk settlementDesk;

    @Autowired
    BookingDesk booking;

    @Autowired
    PaymentDesk payment;

    @Autowired
    AccountDesk accounts;

    @Autowired
    MockMvcTester browser;

    @Autowired
    World world;

    FilledIn filledIn;
    Unpaid unpaid;
    AccountId account = AccountId.next();
    People.Someone who = People.someone();

    @BeforeEach
    void people() {
        filledIn = new FilledIn(house);
        unpaid = new Unpaid(house);
    }

    @Test
    void moneyForAnEarlierBillPaysTheNewerOne() {
        var id = unpaid.submitted(account, who, filledIn.slot(1));
        unpaid.expire(id);
        var earlier = ((Expired) unpaid.stage(id)).bill();
        filledIn.choose(id, account, filledIn.slot(1));
        var newer = ((Submitted) filledIn.submit(id, account)).bill();
        unpaid.code(newer);

        settlements.paid(id, earlier);

        assertThat(((Scheduled) unpaid.stage(id)).billed()).contains(earlier);
        assertThat(payment.find(newer).orElseThrow().state()).isEqualTo(BillState.CLOSED);
    }

    /** The sweep comes between finding that an earlier bill was paid and asking about the newer one. */
    @Test
    void moneyForAnEarlierBillIsNotLostWhenTheNewerOneExpiresMeanwhile() {
        var slot = filledIn.slot(1);
        var id = unpaid.submitted(account, who, filledIn.slot(1));
        unpaid.expire(id);
        var earlier = ((Expired) unpaid.stage(id)).bill();
        filledIn.choose(id, account, slot);
        filledIn.submit(id, account);
        assertThat(settlementDesk.paid(id, earlier)).isEqualTo(SettlementDesk.Payment.EARLIER_BILL);

        unpaid.expire(id);

        assertThat(settlementDesk.payWithEarlierBill(id, earlier)).isFalse();
        assertThatThrownBy(() -> settlements.paidEarlierBill(id, earlier))
                .as("the errand comes back")
                .isInstanceOf(RuntimeException.class);
        settlements.paid(id, earlier);
        assertThat(((Scheduled) unpaid.stage(id)).billed()).contains(earlier);
        assertThat(booking.find(((Scheduled) unpaid.stage(id)).appointment())
                        .orElseThrow()
                        .slot())
                .isEqualTo(slot);
    }

    @Test
    void moneyForAnEarlierBillOfAnotherAmountIsTheirsToHaveBackAndTheyAreTold() {
        var me = SignedInPeople.applicant(accounts, who);
        account = me.account();
        var bills = new SomeBills(house);
        var id = unpaid.submitted(account, who, filledIn.slot(1));
        unpaid.expire(id);
        var earlier = ((Expired) unpaid.stage(id)).bill();
        filledIn.wish(id, account, PassportType.ELECTRONIC, 5);
        filledIn.choose(id, account, filledIn.slot(1));
        var newer = ((Submitted) filledIn.submit(id, account)).bill();
        unpaid.code(newer);

        bills.pay(payment.find(earlier).orElseThrow());

        assertThat(new Inbox(world).about(who.email(), "tagihan lama").text())
                .contains("Uang itu hak Anda", "bayarlah tagihan yang baru")
                .doesNotContain("Jangan membayar lagi");
        assertThat(((Submitted) unpaid.stage(id)).bill()).isEqualTo(newer);
        assertThat(payment.find(newer).orElseThrow().state()).isEqualTo(BillState.OPEN);

        bills.pay(payment.find(newer).orElseThrow());

        await().atMost(PATIENCE).until(() -> unpaid.stage(id) instanceof Scheduled);
        assertThat(Browser.text(browser.get()
                        .uri("/tagihan/" + id + "/pengembalian")
                        .with(as(me))
                        .exchange()))
                .as("the one that does not count is asked back")
                .contains("Rp950.000")
                .doesNotContain("Rp650.000");
    }
}
