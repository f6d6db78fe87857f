package titian.outside;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/** The inbox of everyone: whatever Titian mailed, to whomever. */
final class MailPages {

    private static final int MOST = 100;
    private static final String SEALED =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:;" + " frame-ancestors 'self'";

    private final Letters letters;

    MailPages(Letters letters) {
        this.letters = letters;
    }

    void hangOn(Door door) {
        door.get("/surat", this::inbox);
        door.get("/surat/api", this::list);
        door.get("/surat/{id}", this::letter);
        door.get("/surat/{id}/html", this::html);
        door.get("/surat/{id}/lampiran/{number}", this::attachment);
    }

    private Answer list(Request request) {
        var wanted = request.query("batas");
        var limit = wanted.matches("\\d{1,3}") ? Math.min(MOST, Integer.parseInt(wanted)) : MOST;
        var found = letters.newest(request.query("kepada"), limit);
        return Answer.json(Json.array(found.stream().map(this::json).toList()));
    }

    private ObjectNode json(Letter letter) {
        var content = letters.content(letter);
        var json = Json.object()
                .put("id", letter.id())
                .put("to", letter.to())
                .put("from", letter.from())
                .put("subject", letter.subject())
                .put("at", letter.at().toString())
                .put("text", content.text())
                .put("html", content.html());
        json.set(
                "attachments",
                Json.array(IntStream.range(0, content.attachments().size())
                        .mapToObj(i -> Json.object()
                                .put("name", content.attachments().get(i).name())
                                .put("type", content.attachments().get(i).type())
                                .put("size", content.attachments().get(i).bytes().length)
                                .put("url", path(letter, i)))
                        .toList()));
        return json;
    }

    private Answer inbox(Request request) {
        var to = request.query("kepada");
        var found = letters.newest(to, MOST);
        return Answer.page(Page.of(
                "Surat",
                "/surat",
                Html.of(
                        """
                <h1>Surat</h1>
                <p class="lead">Semua surat elektronik yang dikirim layanan paspor, yang terbaru di atas.</p>
                <form class="ask" method="get" action="/surat" role="search">
                <div class="f"><label for="kepada">Alamat penerima</label>
                <input class="in" type="email" id="kepada" name="kepada" autocomplete="off" value="{}"></div>
                <button class="btn alt" type="submit">Saring</button></form>
                {}
                """,
                        to,
                        found.isEmpty()
                                ? Html.of(
                                        "<p class=\"empty\">Belum ada surat{}.</p>", to.isEmpty() ? "" : " untuk " + to)
                                : Html.of(
                                        "<ul class=\"rows\">{}</ul>",
                                        found.stream().map(MailPages::row).toList()))));
    }

    private static Html row(Letter letter) {
        return Html.of(
                "<li><a class=\"row-main\" href=\"/surat/{}\">{}</a><p class=\"muted small\">{}</p>"
                        + "<p class=\"muted small\">{}</p></li>",
                letter.id(),
                subject(letter),
                "Kepada " + letter.to(),
                Words.shortTime(letter.at()));
    }

    private Answer letter(Request request) {
        return letters.find(request.place("id"))
                .map(letter -> Answer.page(show(letter, letters.content(letter))))
                .orElseGet(MailPages::missing);
    }

    private static Html show(Letter letter, LetterContent content) {
        return Page.of(
                subject(letter),
                "/surat",
                Html.of(
                        """
                <a class="back" href="/surat"><svg class="i" aria-hidden="true"><use href="/aset/icons.svg#left"/></svg> Semua surat</a>
                <h1>{}</h1>
                <dl class="facts letter-head"><dt>Kepada</dt><dd>{}</dd><dt>Dari</dt><dd>{}</dd><dt>Tiba</dt><dd>{}</dd></dl>
                {}{}{}
                """,
                        subject(letter),
                        letter.to(),
                        letter.from(),
                        Words.shortTime(letter.at()),
                        content.attachments().isEmpty() ? Html.NOTHING : attachments(letter, content.attachments()),
                        content.html().isEmpty()
                                ? Html.NOTHING
                                : Html.of(
                                        "<section class=\"card\"><h2 class=\"h-side\">Tampilan</h2>"
                                                + "<iframe class=\"letter\" sandbox title=\"Isi surat\" src=\"/surat/{}/html\"></iframe></section>",
                                        letter.id()),
                        content.text().isEmpty()
                                ? Html.NOTHING
                                : Html.of(
                                        "<section class=\"card\"><h2 class=\"h-side\">Teks</h2><pre class=\"letter-text\">{}</pre></section>",
                                        content.text())));
    }

    private static Html attachments(Letter letter, List<LetterContent.Attachment> attachments) {
        var items = IntStream.range(0, attachments.size())
                .mapToObj(i -> Html.of(
                        "<li><a class=\"row-main\" href=\"{}\" download>{}</a><p class=\"muted small\">{}, {} byte</p></li>",
                        path(letter, i),
                        attachments.get(i).name(),
                        attachments.get(i).type(),
                        attachments.get(i).bytes().length))
                .toList();
        return Html.of(
                "<section class=\"card\"><h2 class=\"h-side\">Lampiran</h2><ul class=\"rows flat\">{}</ul></section>",
                items);
    }

    private Answer html(Request request) {
        return letters.find(request.place("id"))
                .map(letter -> Answer.sent(
                                200,
                                "text/html; charset=utf-8",
                                letters.content(letter).html())
                        .with("Content-Security-Policy", SEALED))
                .orElseGet(MailPages::missing);
    }

    private Answer attachment(Request request) {
        var number = request.place("number");
        var letter = letters.find(request.place("id")).orElse(null);
        if (letter == null || !number.matches("\\d{1,3}")) {
            return missing();
        }
        var attachments = letters.content(letter).attachments();
        var index = Integer.parseInt(number) - 1;
        if (index < 0 || index >= attachments.size()) {
            return missing();
        }
        var found = attachments.get(index);
        var name = URLEncoder.encode(found.name(), StandardCharsets.UTF_8).replace("+", "%20");
        return Answer.bytes(200, found.type(), found.bytes())
                .with("Content-Disposition", "attachment; filename*=UTF-8''" + name)
                .with("Content-Security-Policy", SEALED);
    }

    private static String path(Letter letter, int index) {
        return "/surat/" + letter.id() + "/lampiran/" + (index + 1);
    }

    private static String subject(Letter letter) {
        return letter.subject().isBlank() ? "(tanpa judul)" : letter.subject();
    }

    private static Answer missing() {
        var words = Html.of("<h1>Surat tidak ada</h1><p><a href=\"/surat\">Lihat semua surat</a></p>");
        return Answer.page(404, Page.of("Surat tidak ada", "/surat", words));
    }
}
