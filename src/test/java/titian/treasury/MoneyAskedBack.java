package titian.treasury;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import titian.SignedInPeople;
import titian.account.AccountDesk;
import titian.payment.Bill;
import titian.payment.SomeBills;
import titian.shared.ApplicationId;
import titian.shared.OfficeId;
import titian.shared.Role;
import titian.shared.SignedIn;

/** Somebody who paid at an office, and the officers through whose hands money goes back. */
abstract class MoneyAskedBack {

    static final String HOLDER = "WARGA PEMILIKAA";

    @Autowired
    BeanFactory house;

    @Autowired
    MockMvcTester browser;

    @Autowired
    AccountDesk accounts;

    @Autowired
    RefundDesk desk;

    @Autowired
    JdbcClient db;

    SomeBooks books;
    OfficeId office;
    SignedIn me;
    SignedIn first;
    SignedIn second;
    ApplicationId application;
    Bill bill;

    @BeforeEach
    void somebodyPaid() {
        books = new SomeBooks(house);
        office = OfficeId.of("kanim-kembali-" + Long.toString(System.nanoTime(), 36));
        me = SignedInPeople.applicant(accounts);
        first = SignedInPeople.officer(accounts, office, Role.TREASURER);
        second = SignedInPeople.officer(accounts, office, Role.TREASURER);
        application = ApplicationId.next();
        var bills = new SomeBills(house);
        bill = bills.pay(bills.open(me.account(), application));
        books.place(bill.id(), office);
    }

    MvcTestResult ask(SignedIn who) {
        return ask(who, "");
    }

    /** The payment beyond the first that is meant, if one is. */
    MvcTestResult ask(SignedIn who, String beyond) {
        return browser.post()
                .uri("/tagihan/" + application + "/pengembalian")
                .param("lebih", beyond)
                .param("alasan", "PAID_TWICE")
                .param("cerita", "terbayar dua kali")
                .param("bank", "Bank Uji")
                .param("rekening", "001 234 5678")
                .param("pemilik", HOLDER)
                .with(csrf())
                .with(as(who))
                .exchange();
    }

    UUID refund() {
        return refund(bill);
    }

    UUID refund(Bill bill) {
        return db.sql("SELECT id FROM treasury.refund WHERE bill = ? ORDER BY asked_at DESC LIMIT 1")
                .param(bill.id().value())
                .query(UUID.class)
                .single();
    }
}
