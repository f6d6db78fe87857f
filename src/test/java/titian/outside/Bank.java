package titian.outside;

import static titian.outside.Fault.Kind.TIDAK_PERNAH;
import static titian.outside.Fault.Service.PEMBERITAHUAN;

import java.time.Clock;
import java.util.regex.Pattern;

/** Bank Contoh: where a person types a billing code and pays it, as at a bank's own page. */
final class Bank {

    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s.-]");

    private final Bills bills;
    private final Notices<Bill> notices;
    private final Faults faults;
    private final Clock clock;

    Bank(Bills bills, Notices<Bill> notices, Faults faults, Clock clock) {
        this.bills = bills;
        this.notices = notices;
        this.faults = faults;
        this.clock = clock;
    }

    void hangOn(Door door) {
        door.get("/bank", this::ask);
        door.post("/bank/bayar", this::payFromPage);
        door.get("/bank/bukti/{code}", this::proof);
        door.post("/bank/api/bayar", this::payFromTest);
    }

    private Answer ask(Request request) {
        var code = tidy(request.query("kode"));
        if (code.isEmpty()) {
            return Answer.page(form("", Html.NOTHING));
        }
        return bills.find(code).map(this::show).orElseGet(() -> Answer.page(404, form(code, unknown())));
    }

    private Answer show(Bill bill) {
        if (bill.payment() != null) {
            return Answer.page(409, form(bill.code(), alreadyPaid(bill)));
        }
        if (bill.expiredAt(clock.instant())) {
            return Answer.page(410, form(bill.code(), expired(bill)));
        }
        return Answer.page(Page.of(
                "Periksa tagihan",
                "/bank",
                Html.of(
                        """
                <div class="slim">
                <a class="back" href="/bank"><svg class="i" aria-hidden="true"><use href="/aset/icons.svg#left"/></svg> Ganti kode</a>
                <h1>Periksa tagihan</h1>
                <div class="card stack">
                <p class="amount">{}</p>
                <dl class="facts"><dt>Kode billing</dt><dd class="code">{}</dd><dt>Wajib bayar</dt><dd>{}</dd>
                <dt>Untuk</dt><dd>{}</dd><dt>Bayar sebelum</dt><dd>{}</dd></dl>
                <form method="post" action="/bank/bayar"><input type="hidden" name="kode" value="{}">
                <button class="btn block" type="submit">Bayar {}</button></form>
                </div></div>
                """,
                        Words.rupiah(bill.order().total()),
                        bill.code(),
                        bill.order().payer(),
                        String.join(", ", bill.order().items()),
                        limit(bill),
                        bill.code(),
                        Words.rupiah(bill.order().total()))));
    }

    private Answer payFromPage(Request request) {
        var code = tidy(request.form().get("kode"));
        return switch (pay(code)) {
            case Bills.Outcome.Paid paid ->
                Answer.goTo("/bank/bukti/" + paid.bill().code());
            case Bills.Outcome.Unknown _ -> Answer.page(404, form(code, unknown()));
            case Bills.Outcome.Expired late -> Answer.page(410, form(code, expired(late.bill())));
            case Bills.Outcome.AlreadyPaid twice -> Answer.page(409, form(code, alreadyPaid(twice.bill())));
        };
    }

    private Answer payFromTest(Request request) {
        return switch (pay(tidy(Json.text(request.json(), "kode_billing")))) {
            case Bills.Outcome.Paid paid ->
                Answer.json(Json.object()
                        .put("ntb", paid.payment().ntb())
                        .put("ntpn", paid.payment().ntpn())
                        .put("tgl_bayar", Simponi.date(paid.payment().at())));
            case Bills.Outcome.Unknown _ -> Answer.problem(404, "Kode tidak dikenal");
            case Bills.Outcome.Expired _ -> Answer.problem(410, "Kode sudah kedaluwarsa");
            case Bills.Outcome.AlreadyPaid _ -> Answer.problem(409, "Kode sudah dibayar");
        };
    }

    private Bills.Outcome pay(String code) {
        var outcome = bills.pay(code, !faults.is(PEMBERITAHUAN, TIDAK_PERNAH));
        if (outcome instanceof Bills.Outcome.Paid(var bill, var payment) && payment.noticeFollows()) {
            notices.follow(bill);
        }
        return outcome;
    }

    private Answer proof(Request request) {
        var bill = bills.find(request.place("code")).orElse(null);
        var payment = bill == null ? null : bill.payment();
        if (bill == null || payment == null) {
            return Answer.page(404, form("", unknown()));
        }
        return Answer.page(Page.of(
                "Pembayaran berhasil",
                "/bank",
                Html.of(
                        """
                <div class="slim">
                <p class="cap"><span class="tag ok"><svg class="i" aria-hidden="true"><use href="/aset/icons.svg#check"/></svg> Lunas</span></p>
                <h1>Pembayaran berhasil</h1>
                <div class="card stack">
                <p class="amount">{}</p>
                <dl class="facts"><dt>NTB</dt><dd class="code">{}</dd><dt>NTPN</dt><dd class="code">{}</dd>
                <dt>Kode billing</dt><dd class="code">{}</dd><dt>Wajib bayar</dt><dd>{}</dd><dt>Waktu bayar</dt><dd>{}</dd></dl>
                </div>
                <p><a class="btn alt" href="/bank">Bayar kode lain</a></p></div>
                """,
                        Words.rupiah(bill.order().total()),
                        payment.ntb(),
                        payment.ntpn(),
                        bill.code(),
                        bill.order().payer(),
                        Words.shortTime(payment.at()))));
    }

    private static Html form(String code, Html problem) {
        var wrong = !problem.equals(Html.NOTHING);
        return Page.of(wrong ? "Ada kesalahan: Bank Contoh" : "Bank Contoh", "/bank", Html.of("""
                <div class="slim">
                {}
                <h1>Bank Contoh</h1>
                <p class="lead">Bayar tagihan negara dengan kode billing dari layanan paspor.</p>
                <form class="form" method="get" action="/bank">
                <div class="f"><label for="kode">Kode billing</label><p class="hint" id="kode-petunjuk">15 angka, boleh dengan spasi</p>
                <input class="in w-16" id="kode" name="kode" inputmode="numeric" autocomplete="off" required aria-describedby="kode-petunjuk" value="{}"></div>
                <p><button class="btn" type="submit">Periksa tagihan</button></p>
                </form>
                <p><a href="/bank/va">Bayar lewat virtual account atau QRIS</a></p></div>
                """, problem, code));
    }

    private static Html unknown() {
        return Page.problem("Kode tidak dikenal", "Periksa lagi 15 angka kode billing Anda, lalu coba sekali lagi.");
    }

    private static Html expired(Bill bill) {
        return Page.problem(
                "Kode sudah kedaluwarsa", "Batas bayarnya " + limit(bill) + ". Minta kode baru di layanan paspor.");
    }

    private static Html alreadyPaid(Bill bill) {
        return Html.of(
                "<div class=\"errsum\" role=\"alert\"><h2>Kode sudah dibayar</h2>"
                        + "<p>Tidak perlu membayar lagi. <a href=\"/bank/bukti/{}\">Lihat buktinya</a></p></div>",
                bill.code());
    }

    private static String limit(Bill bill) {
        return Words.shortTime(bill.order().expiresAt());
    }

    private static String tidy(String typed) {
        return BETWEEN_DIGITS.matcher(typed).replaceAll("");
    }
}
