package titian.outside;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Where the clock is read and moved. */
final class ClockPages {

    private record Step(String duration, String words) {}

    private static final List<Step> STEPS = List.of(
            new Step("PT15M", "Maju 15 menit"),
            new Step("PT2H", "Maju 2 jam"),
            new Step("P1D", "Maju 1 hari"),
            new Step("P7D", "Maju 7 hari"));
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    private final MovableClock clock;

    ClockPages(MovableClock clock) {
        this.clock = clock;
    }

    void hangOn(Door door) {
        door.get("/jam", _ -> Answer.page(page()));
        door.post("/jam", this::moveFromPage);
        door.get("/jam/api", _ -> Answer.json(now()));
        door.post("/jam/api", this::moveFromTest);
    }

    private Answer moveFromPage(Request request) {
        var form = request.form();
        move(form.get("maju"), form.get("ke"), form.get("kembali"), form.get("besok"));
        return Answer.goTo("/jam");
    }

    private Answer moveFromTest(Request request) {
        var asked = request.json();
        move(Json.text(asked, "maju"), Json.text(asked, "ke"), Json.text(asked, "kembali"), Json.text(asked, "besok"));
        return Answer.json(now());
    }

    private void move(String by, String to, String back, String tomorrow) {
        try {
            if (!by.isEmpty()) {
                clock.moveBy(Duration.parse(by));
            } else if (!to.isEmpty()) {
                clock.moveTo(moment(to));
            } else if (!tomorrow.isEmpty()) {
                clock.moveTo(today().plusDays(1)
                        .atTime(LocalTime.of(7, 30))
                        .atZone(Words.WIB)
                        .toInstant());
            } else if (!back.isEmpty()) {
                clock.backToRealTime();
            } else {
                throw new BadRequest("Isi salah satu: maju, ke, besok, atau kembali");
            }
        } catch (DateTimeException | IllegalArgumentException wrong) {
            throw new BadRequest("Waktu tidak dapat dibaca atau terlalu jauh", wrong);
        }
    }

    /** With an offset as tests write it, or without one, in WIB, as a browser's form sends it. */
    private static Instant moment(String text) {
        return text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$") && text.length() > 16
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).atZone(Words.WIB).toInstant();
    }

    private ObjectNode now() {
        return Json.object()
                .put(
                        "sekarang",
                        clock.instant().atZone(Words.WIB).toOffsetDateTime().toString())
                .put("geser", clock.offset().toString());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Words.WIB);
    }

    private Html page() {
        var now = clock.instant();
        var moved = clock.offset().abs().compareTo(Duration.ofSeconds(1)) >= 0;
        return Page.of(
                "Jam",
                "/jam",
                Html.of(
                        """
                <h1>Jam</h1>
                <p class="lead">Waktu bagi layanan paspor dan seluruh dunia luar. {}</p>
                <dl class="clocks">{}{}{}</dl>
                <p><a href="/jam">Lihat lagi</a></p>
                <section class="card stack"><h2 class="h-side">Majukan jam</h2>
                <div class="buttons">{}
                <form method="post" action="/jam"><button class="btn alt" name="besok" value="ya">Ke besok 07.30 WIB</button></form></div>
                <form class="ask" method="post" action="/jam">
                <div class="f"><label for="ke">Tanggal dan jam (WIB)</label>
                <input class="in" type="datetime-local" id="ke" name="ke" required value="{}"></div>
                <button class="btn" type="submit">Pindahkan jam</button></form></section>
                <form method="post" action="/jam"><button class="btn quiet" name="kembali" value="ya">Kembali ke waktu sungguhan</button></form>
                """,
                        moved ? "Jam ini tidak sama dengan waktu sungguhan." : "Sekarang sama dengan waktu sungguhan.",
                        shown(now, "WIB", Words.WIB),
                        shown(now, "WITA", Words.WITA),
                        shown(now, "WIT", Words.WIT),
                        STEPS.stream()
                                .map(step -> Html.of(
                                        "<form method=\"post\" action=\"/jam\"><button class=\"btn alt\" name=\"maju\" value=\"{}\">{}</button></form>",
                                        step.duration(),
                                        step.words()))
                                .toList(),
                        LOCAL.format(now.atZone(Words.WIB).truncatedTo(ChronoUnit.MINUTES))));
    }

    private static Html shown(Instant now, String name, ZoneId zone) {
        return Html.of("<div><dt>{}</dt><dd>{}</dd></div>", name, Words.longTime(now, zone));
    }
}
