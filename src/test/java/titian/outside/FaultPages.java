package titian.outside;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Where neighbours are made ill and well again. */
final class FaultPages {

    private final Faults faults;

    FaultPages(Faults faults) {
        this.faults = faults;
    }

    void hangOn(Door door) {
        door.get("/gangguan", _ -> Answer.page(page()));
        door.post("/gangguan", this::setFromPage);
        door.get("/gangguan/api", _ -> Answer.json(Json.array(list())));
        door.post("/gangguan/api", this::setFromTest);
    }

    private Answer setFromPage(Request request) {
        var form = request.form();
        set(form.get("layanan"), form.get("gangguan"), form.get("detik"));
        return Answer.goTo("/gangguan");
    }

    private Answer setFromTest(Request request) {
        var asked = request.json();
        set(Json.text(asked, "layanan"), Json.text(asked, "gangguan"), Json.text(asked, "detik"));
        return Answer.json(Json.array(list()));
    }

    private void set(String service, String kind, String seconds) {
        faults.set(Fault.Service.of(service), new Fault(Fault.Kind.of(kind), delay(seconds)));
    }

    private static Duration delay(String seconds) {
        if (seconds.isEmpty()) {
            return Duration.ZERO;
        }
        if (!seconds.matches("\\d{1,4}(\\.\\d{1,3})?")) {
            throw new BadRequest("Detik harus angka, misalnya 5 atau 0.5");
        }
        return Duration.ofMillis(Math.round(Double.parseDouble(seconds) * 1000));
    }

    private List<ObjectNode> list() {
        return Stream.of(Fault.Service.values())
                .map(service -> Json.object()
                        .put("layanan", service.id())
                        .put("gangguan", faults.of(service).kind().id())
                        .put("detik", faults.of(service).delay().toMillis() / 1000.0))
                .toList();
    }

    private Html page() {
        return Page.of(
                "Gangguan",
                "/gangguan",
                Html.of("""
                <h1>Gangguan</h1>
                <p class="lead">Buat layanan luar lambat, mati, atau salah, untuk melihat apa yang dilakukan layanan paspor. Berlaku sampai diubah, juga setelah dinyalakan ulang.</p>
                <div class="grid-2">{}</div>
                """, Stream.of(Fault.Service.values()).map(this::card).toList()));
    }

    private Html card(Fault.Service service) {
        var now = faults.of(service);
        var ill = now.kind() != Fault.Kind.NORMAL;
        return Html.of(
                """
                <section class="card"><form class="stack" method="post" action="/gangguan">
                <div class="sec-h"><h2 class="h-side">{}</h2><span class="tag {}">{}</span></div>
                <input type="hidden" name="layanan" value="{}">
                <div class="f"><label for="g-{}">Keadaan</label><select class="in" id="g-{}" name="gangguan">{}</select></div>
                <div class="f"><label for="d-{}">Detik, bila lambat</label><input class="in w-4" id="d-{}" name="detik" inputmode="decimal" autocomplete="off" value="{}"></div>
                <p><button class="btn alt" type="submit">Terapkan<span class="vh"> untuk {}</span></button></p></form></section>
                """,
                service.words(),
                ill ? "bad" : "ok",
                ill ? "Terganggu" : "Normal",
                service.id(),
                service.id(),
                service.id(),
                service.kinds().stream().map(kind -> option(kind, now)).toList(),
                service.id(),
                service.id(),
                seconds(now),
                service.words());
    }

    private static Html option(Fault.Kind kind, Fault now) {
        return kind == now.kind()
                ? Html.of("<option value=\"{}\" selected>{}</option>", kind.id(), kind.words())
                : Html.of("<option value=\"{}\">{}</option>", kind.id(), kind.words());
    }

    private static String seconds(Fault fault) {
        return fault.delay().isZero() ? "5" : Double.toString(fault.delay().toMillis() / 1000.0);
    }
}
