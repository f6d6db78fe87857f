package titian.outside;

import static titian.outside.Fault.Kind.TIDAK_PERNAH;
import static titian.outside.Fault.Service.KABAR;

import java.time.Clock;
import java.util.Optional;

/** Bank Contoh for people: paying into a virtual account, and paying what a QRIS code asks. */
final class SnapTeller {

    private static final String PREFIX = TidingsSender.PREFIX.strip();

    private final Demands demands;
    private final Notices<Demand> tidings;
    private final Faults faults;
    private final Clock clock;

    SnapTeller(Demands demands, Notices<Demand> tidings, Faults faults, Clock clock) {
        this.demands = demands;
        this.tidings = tidings;
        this.faults = faults;
        this.clock = clock;
    }

    void hangOn(Door door) {
        door.get("/bank/va", request -> ask(request.query("nomor"), account(request.query("nomor"))));
        door.get("/bank/qris", request -> ask(request.query("isi"), demands.withContent(request.query("isi"))));
        door.post("/bank/bayar-lain", this::payFromPage);
        door.get("/bank/bukti-lain/{number}", this::proof);
        door.post("/bank/api/va", request -> paid(account(Json.text(request.json(), "nomor"))));
        door.post("/bank/api/qris", request -> paid(demands.withContent(Json.text(request.json(), "isi"))));
        door.post("/bank/api/kabar", this::tellAgain);
    }

    private Optional<Demand> account(String typed) {
        var digits = typed.replaceAll("\\D", "");
        return digits.startsWith(PREFIX) ? demands.find(digits.substring(PREFIX.length())) : Optional.empty();
    }

    private Answer ask(String typed, Optional<Demand> found) {
        if (typed.isEmpty()) {
            return Answer.page(form(Html.NOTHING));
        }
        return found.filter(demand -> !demand.deleted())
                .map(this::show)
                .orElseGet(() -> Answer.page(404, form(problem("Tidak dikenal"))));
    }

    private Answer show(Demand demand) {
        if (demand.payment() != null) {
            return Answer.page(409, form(problem("Sudah dibayar")));
        }
        if (!clock.instant().isBefore(demand.until())) {
            return Answer.page(410, form(problem("Sudah kedaluwarsa")));
        }
        return Answer.page(Page.of(
                "Periksa pembayaran",
                "/bank",
                Html.of(
                        """
                <div class="slim"><h1>Periksa pembayaran</h1>
                <div class="card stack"><p class="amount">{}</p>
                <dl class="facts"><dt>Kepada</dt><dd>DITJEN IMIGRASI CONTOH</dd><dt>Kode billing</dt><dd class="code">{}</dd><dt>Bayar sebelum</dt><dd>{}</dd></dl>
                <form method="post" action="/bank/bayar-lain"><input type="hidden" name="nomor" value="{}">
                <button class="btn block" type="submit">Bayar {}</button></form></div></div>
                """,
                        Words.rupiah(demand.total()),
                        demand.billingCode(),
                        Words.shortTime(demand.until()),
                        demand.number(),
                        Words.rupiah(demand.total()))));
    }

    private Answer payFromPage(Request request) {
        var number = request.form().get("nomor");
        return switch (pay(number)) {
            case PAID -> Answer.goTo("/bank/bukti-lain/" + number);
            case UNKNOWN -> Answer.page(404, form(problem("Tidak dikenal")));
            case EXPIRED -> Answer.page(410, form(problem("Sudah kedaluwarsa")));
            case PAID_BEFORE -> Answer.page(409, form(problem("Sudah dibayar")));
        };
    }

    private Answer paid(Optional<Demand> found) {
        if (found.isEmpty()) {
            return Answer.problem(404, "Tidak dikenal");
        }
        return switch (pay(found.get().number())) {
            case PAID -> {
                var payment = demands.find(found.get().number()).orElseThrow().received();
                yield Answer.json(Json.object().put("ntb", payment.ntb()).put("ntpn", payment.ntpn()));
            }
            case UNKNOWN -> Answer.problem(404, "Tidak dikenal");
            case EXPIRED -> Answer.problem(410, "Sudah kedaluwarsa");
            case PAID_BEFORE -> Answer.problem(409, "Sudah dibayar");
        };
    }

    private Demands.Outcome pay(String number) {
        var outcome = demands.pay(number, !faults.is(KABAR, TIDAK_PERNAH));
        if (outcome == Demands.Outcome.PAID) {
            demands.find(number)
                    .filter(demand -> demand.received().noticeFollows())
                    .ifPresent(tidings::follow);
        }
        return outcome;
    }

    private Answer tellAgain(Request request) {
        var number = Json.text(request.json(), "nomor");
        var demand = account(number).or(() -> demands.find(number)).filter(found -> found.payment() != null);
        tidings.sendAgain(demand.orElseThrow(() -> new BadRequest("Nomor tidak dikenal atau belum dibayar")));
        return Answer.json(Json.object().put("dikirim", true));
    }

    private Answer proof(Request request) {
        var found = demands.find(request.place("number")).filter(demand -> demand.payment() != null);
        return found.map(demand -> Answer.page(Page.of(
                        "Pembayaran berhasil",
                        "/bank",
                        Html.of(
                                """
                <div class="slim"><h1>Pembayaran berhasil</h1>
                <div class="card stack"><p class="amount">{}</p>
                <dl class="facts"><dt>NTB</dt><dd class="code">{}</dd><dt>NTPN</dt><dd class="code">{}</dd><dt>Waktu bayar</dt><dd>{}</dd></dl></div></div>
                """,
                                Words.rupiah(demand.total()),
                                demand.received().ntb(),
                                demand.received().ntpn(),
                                Words.shortTime(demand.received().at())))))
                .orElseGet(() -> Answer.page(404, form(problem("Tidak dikenal"))));
    }

    private static Html form(Html problem) {
        return Page.of("Virtual account dan QRIS: Bank Contoh", "/bank", Html.of("""
                <div class="slim">
                {}
                <h1>Virtual account dan QRIS</h1>
                <form class="form" method="get" action="/bank/va">
                <div class="f"><label for="nomor">Nomor virtual account</label>
                <input class="in w-16" id="nomor" name="nomor" inputmode="numeric" autocomplete="off" required></div>
                <p><button class="btn" type="submit">Periksa nomor</button></p></form>
                <form class="form" method="get" action="/bank/qris">
                <div class="f"><label for="kode-qris">Isi kode QRIS</label>
                <input class="in" id="kode-qris" name="isi" autocomplete="off" required></div>
                <p><button class="btn" type="submit">Pindai</button></p></form>
                <p><a href="/bank">Bayar kode billing</a></p></div>
                """, problem));
    }

    private static Html problem(String title) {
        return Page.problem(title, "Periksa lagi nomor atau kodenya di layanan paspor.");
    }
}
