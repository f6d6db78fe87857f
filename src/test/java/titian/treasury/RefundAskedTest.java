package titian.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import titian.Browser;
import titian.People;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.payment.Bill;
import titian.payment.PaymentRecord;
import titian.payment.SomeBills;
import titian.shared.ApplicationId;
import titian.shared.Money;
import titian.shared.OfficeId;
import titian.shared.Role;
import titian.shared.SignedIn;

/** Money is asked back by its owner, or by an officer for a family or for somebody who paid twice. */
@TitianTest
class RefundAskedTest extends MoneyAskedBack {

    @Autowired
    PaymentRecord payments;

    @Test
    void whoAskedForSomebodyCannotApproveLast() {
        var number = Objects.requireNonNull(bill.payment()).stateReceiptNumber();
        assertThat(askFor(number, List.of())).hasStatus3xxRedirection();
        var refund = refund();
        desk.endorse(desk.find(refund).orElseThrow(), second.account());

        assertThatThrownBy(() -> desk.order(desk.find(refund).orElseThrow(), first.account()))
                .isInstanceOf(RefundRefused.SamePerson.class);
        assertThat(desk.find(refund).orElseThrow().account()).isEqualTo(me.account());
    }

    @Test
    void aFamilysNumberNamesAllItPaidForAndThoseChosenGetTheirsBack() {
        var bills = family(3);
        var number = Objects.requireNonNull(bills.getFirst().payment()).stateReceiptNumber();

        var asked = askFor(number, List.of());

        assertThat(Browser.text(asked))
                .contains("Untuk siapa?", "Pilih untuk siapa uangnya diminta kembali")
                .contains(bills.stream().map(this::payer).toList());
        assertThat(askedBack(bills)).isEmpty();

        assertThat(askFor(number, bills.subList(1, 3))).hasRedirectedUrl("/petugas/bendahara/pengembalian");

        assertThat(askedBack(bills))
                .containsExactlyInAnyOrder(
                        bills.get(1).id().value(), bills.get(2).id().value());
        assertThat(Browser.text(askFor(number, bills)))
                .as("all of them or none")
                .contains("sudah diminta kembali");
        assertThat(askedBack(bills)).hasSize(2);
        assertThat(askFor(number, bills.subList(0, 1)))
                .redirectedUrl()
                .matches("/petugas/bendahara/pengembalian/[0-9a-f-]{36}");
        assertThat(askedBack(bills)).hasSize(3);
    }

    @Test
    void aFamilysWholePaymentIsOrderedAndBookedPersonByPerson() {
        var bills = family(2);
        askFor(Objects.requireNonNull(bills.getFirst().payment()).stateReceiptNumber(), bills);

        for (var one : bills) {
            var refund = desk.find(refund(one)).orElseThrow();
            assertThat(refund.amount()).isEqualTo(Money.rupiah(650_000));
            desk.endorse(refund, second.account());
            var third = SignedInPeople.officer(accounts, office, Role.TREASURER);
            desk.order(desk.find(refund.id()).orElseThrow(), third.account());
            assertThat(books.booked(one.id())).containsEntry("REFUNDS_DUE", -650_000L);
        }
    }

    @Test
    void onlyThoseOfAFamilyWhoPaidAtThisOfficeAreNamed() {
        var bills = family(2);
        var number = Objects.requireNonNull(bills.getFirst().payment()).stateReceiptNumber();
        var elsewhere = SignedInPeople.officer(accounts, OfficeId.of("kanim-lain"), Role.TREASURER);

        assertThat(Browser.text(askFor(number, bills, elsewhere)))
                .contains("Tidak ada pembayaran dengan nomor itu di kantor ini")
                .doesNotContain(bills.stream().map(this::payer).toList());
        assertThat(askFor(number, List.of(bill))).as("nobody of theirs").hasStatusOk();
        assertThat(askedBack(bills)).isEmpty();
    }

    /** Whoever paid twice may name either number. */
    @Test
    void theNumberOfASecondPaymentNamesItsBillToo() {
        new SomeBills(house).pay(bill);
        var number = db.sql("SELECT ntpn FROM payment.surplus WHERE bill = ?")
                .param(bill.id().value())
                .query(String.class)
                .single();

        assertThat(askFor(number, List.of())).hasStatus3xxRedirection();

        assertThat(askedBack(List.of(bill))).hasSize(1);
    }

    @Test
    void nobodyElseSeesIt() {
        ask(me);
        var elsewhere = SignedInPeople.officer(accounts, OfficeId.of("kanim-lain"), Role.TREASURER);
        var somebodyElse = SignedInPeople.applicant(accounts, People.someone());

        assertThat(browser.get()
                        .uri("/petugas/bendahara/pengembalian/" + refund())
                        .with(as(elsewhere)))
                .hasStatus(404);
        assertThat(browser.get()
                        .uri("/tagihan/" + application + "/pengembalian")
                        .with(as(somebodyElse)))
                .hasStatus(404);
        assertThat(Browser.text(browser.get()
                        .uri("/petugas/bendahara/pengembalian")
                        .with(as(first))
                        .exchange()))
                .contains(refund().toString());
        assertThat(Browser.text(browser.get()
                        .uri("/petugas/bendahara/pengembalian")
                        .with(as(elsewhere))
                        .exchange()))
                .doesNotContain(refund().toString());
    }

    @Test
    void aRequestThatLacksSomethingSaysWhat() {
        var sent = browser.post()
                .uri("/tagihan/" + application + "/pengembalian")
                .param("rekening", "12")
                .with(csrf())
                .with(as(me))
                .exchange();

        assertThat(Browser.text(sent))
                .contains("Pilih alasannya", "Ceritakan apa yang terjadi", "5 sampai 20 angka", "Tulis nama pemilik");
    }

    /** A family of this account's, whose visits are at the office, paid by one code. */
    private List<Bill> family(int people) {
        var bills = new SomeBills(house);
        var owed = IntStream.range(0, people)
                .mapToObj(_ -> bills.open(me.account(), ApplicationId.next()))
                .toList();
        var paid = bills.payTogether(me.account(), owed);
        paid.forEach(one -> books.place(one.id(), office));
        return paid;
    }

    private MvcTestResult askFor(String number, List<Bill> chosen) {
        return askFor(number, chosen, first);
    }

    private MvcTestResult askFor(String number, List<Bill> chosen, SignedIn officer) {
        var request = browser.post().uri("/petugas/bendahara/pengembalian/baru");
        chosen.forEach(one -> request.param("orang", one.id().toString()));
        return request.param("ntpn", number)
                .param("alasan", "OFFICE_COULD_NOT_SERVE")
                .param("cerita", "kantor tutup")
                .param("bank", "Bank Uji")
                .param("rekening", "0012345678")
                .param("pemilik", HOLDER)
                .with(csrf())
                .with(as(officer))
                .exchange();
    }

    private String payer(Bill bill) {
        return payments.paid(bill.id()).orElseThrow().payer();
    }

    private List<UUID> askedBack(List<Bill> bills) {
        return db.sql("SELECT bill FROM treasury.refund WHERE bill = ANY (?)")
                .param(bills.stream().map(one -> one.id().value()).toArray(UUID[]::new))
                .query((row, _) -> row.getObject("bill", UUID.class))
                .list();
    }
}
