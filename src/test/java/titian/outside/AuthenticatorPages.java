package titian.outside;

/** The phone on which all officers have their authenticator app. */
final class AuthenticatorPages {

    private final Authenticators authenticators;

    AuthenticatorPages(Authenticators authenticators) {
        this.authenticators = authenticators;
    }

    void hangOn(Door door) {
        door.get("/autentikator", _ -> Answer.page(page()));
        door.get("/autentikator/api", this::take);
        door.post("/autentikator/api", this::add);
        door.post("/autentikator", this::addFromPage);
    }

    private Answer take(Request request) throws InterruptedException {
        return authenticators
                .take(request.query("surel"))
                .map(code -> Answer.json(Json.object().put("kode", code)))
                .orElseGet(() -> Answer.problem(404, "Akun ini tidak ada di aplikasi"));
    }

    private Answer add(Request request) {
        var asked = request.json();
        authenticators.add(Json.text(asked, "surel"), Json.text(asked, "rahasia"));
        return Answer.json(201, Json.object());
    }

    private Answer addFromPage(Request request) {
        var form = request.form();
        authenticators.add(form.get("surel"), form.get("rahasia"));
        return Answer.goTo("/autentikator");
    }

    private Html page() {
        var rows = authenticators.holders().stream()
                .map(email -> Html.of(
                        "<li><b class=\"num\">{}</b><p class=\"muted small\">{}</p></li>",
                        authenticators.shown(email),
                        email))
                .toList();
        return Page.of("Autentikator", "/autentikator", Html.of("""
                <h1>Autentikator</h1>
                <p class="lead">Aplikasi autentikator semua petugas. Kode berganti tiap setengah menit dan hanya berlaku sekali.</p>
                <p><a href="/autentikator">Lihat kode terbaru</a></p>
                <ul class="rows">{}</ul>
                <section class="card stack"><h2 class="h-side">Tambah akun</h2>
                <form class="ask" method="post" action="/autentikator">
                <div class="f"><label for="surel">Surel petugas</label>
                <input class="in" type="email" id="surel" name="surel" required autocomplete="off"></div>
                <div class="f"><label for="rahasia">Kunci yang tampil di halaman pemasangan</label>
                <input class="in" id="rahasia" name="rahasia" required autocomplete="off"></div>
                <button class="btn" type="submit">Tambah</button></form></section>
                """, rows));
    }
}
