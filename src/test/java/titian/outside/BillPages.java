package titian.outside;

import java.net.URI;
import java.time.Clock;
import tools.jackson.databind.JsonNode;

/** Where one sees what was billed, what was paid, and whether Titian has heard. */
final class BillPages {

    private static final int MOST = 50;

    private final Bills bills;
    private final Notices<Bill> notices;
    private final Clock clock;

    BillPages(Bills bills, Notices<Bill> notices, Clock clock) {
        this.bills = bills;
        this.notices = notices;
        this.clock = clock;
    }

    void hangOn(Door door) {
        door.get("/simponi", _ -> Answer.page(page()));
        door.post("/simponi/ulang", this::againFromPage);
        door.post("/simponi/api/ulang", this::againFromTest);
        door.get("/simponi/api/tujuan", _ -> Answer.json(address()));
        door.post("/simponi/api/tujuan", this::sendTo);
    }

    private Answer againFromPage(Request request) {
        sendAgain(request.form().get("kode"));
        return Answer.goTo("/simponi");
    }

    private Answer againFromTest(Request request) {
        sendAgain(Json.text(request.json(), "kode_billing"));
        return Answer.json(Json.object().put("dikirim", true));
    }

    private void sendAgain(String code) {
        var bill = bills.find(code).filter(found -> found.payment() != null);
        notices.sendAgain(bill.orElseThrow(() -> new BadRequest("Kode tidak dikenal atau belum dibayar")));
    }

    private Answer sendTo(Request request) {
        var address = Json.text(request.json(), "url");
        if (!address.matches("https?://[\\w.-]+(:\\d+)?/[\\w./-]*")) {
            throw new BadRequest("url harus alamat http lengkap");
        }
        notices.sendTo(URI.create(address));
        return Answer.json(address());
    }

    private JsonNode address() {
        return Json.object().put("url", notices.address().toString());
    }

    private Html page() {
        var newest = bills.newest(MOST);
        return Page.of(
                "Tagihan",
                "/simponi",
                Html.of(
                        """
                <h1>Tagihan</h1>
                <p class="lead">Kode billing dari SIMPONI dan pemberitahuan pembayarannya, yang terbaru di atas.</p>
                <p class="small">Pemberitahuan dikirim ke <code>{}</code></p>
                {}
                """,
                        notices.address(),
                        newest.isEmpty()
                                ? Html.of(
                                        "<p class=\"empty\">Belum ada tagihan. Tagihan muncul setelah layanan paspor meminta kode.</p>")
                                : Html.of(
                                        "<ul class=\"rows\">{}</ul>",
                                        newest.stream().map(this::row).toList())));
    }

    private Html row(Bill bill) {
        var payment = bill.payment();
        return Html.of(
                """
                <li><p class="row-main"><span class="code">{}</span> {}</p>
                <dl class="facts"><dt>Wajib bayar</dt><dd>{}</dd><dt>Jumlah</dt><dd>{}</dd><dt>Batas bayar</dt><dd>{}</dd>{}</dl>{}</li>
                """,
                bill.code(),
                state(bill),
                bill.order().payer(),
                Words.rupiah(bill.order().total()),
                Words.shortTime(bill.order().expiresAt()),
                payment == null
                        ? Html.NOTHING
                        : Html.of(
                                "<dt>NTPN</dt><dd class=\"code\">{}</dd><dt>Pemberitahuan</dt><dd>{}</dd>",
                                payment.ntpn(),
                                notices.state(bill)),
                action(bill));
    }

    private Html state(Bill bill) {
        if (bill.payment() != null) {
            return Html.of("<span class=\"tag ok\">Lunas</span>");
        }
        return bill.expiredAt(clock.instant())
                ? Html.of("<span class=\"tag\">Kedaluwarsa</span>")
                : Html.of("<span class=\"tag now\">Menunggu pembayaran</span>");
    }

    private Html action(Bill bill) {
        if (bill.payment() != null) {
            return Html.of(
                    "<form method=\"post\" action=\"/simponi/ulang\"><input type=\"hidden\" name=\"kode\" value=\"{}\">"
                            + "<button class=\"btn quiet\">Kirim ulang pemberitahuan<span class=\"vh\"> {}</span></button></form>",
                    bill.code(),
                    bill.code());
        }
        return bill.expiredAt(clock.instant())
                ? Html.NOTHING
                : Html.of(
                        "<a class=\"btn quiet\" href=\"/bank?kode={}\">Bayar di Bank Contoh<span class=\"vh\"> {}</span></a>",
                        bill.code(),
                        bill.code());
    }
}
