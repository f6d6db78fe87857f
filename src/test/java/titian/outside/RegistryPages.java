package titian.outside;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Where the residents of the invented register are seen and added to. */
final class RegistryPages {

    private static final int MOST = 100;
    private static final List<Field> ASKED = List.of(
            Field.NIK, Field.NAMA_LGKP, Field.TGL_LHR, Field.TMPT_LHR, Field.NAMA_LGKP_IBU, Field.NO_KK, Field.ALAMAT);

    private final Residents residents;

    RegistryPages(Residents residents) {
        this.residents = residents;
    }

    void hangOn(Door door) {
        door.get("/dukcapil", _ -> Answer.page(page(Html.NOTHING, new Request.Form(Map.of()))));
        door.post("/dukcapil", this::add);
    }

    private Answer add(Request request) {
        var form = request.form();
        var typed = Json.object().put("keadaan", form.get("keadaan"));
        ASKED.forEach(field -> typed.put(field.name(), form.get(field.name())));
        try {
            var resident = Resident.of(typed);
            residents.add(resident);
            return Answer.goTo("/dukcapil#n" + resident.nik());
        } catch (BadRequest wrong) {
            var words = String.valueOf(wrong.getMessage());
            return Answer.page(400, page(Page.problem("Penduduk belum ditambahkan", words), form));
        }
    }

    private Html page(Html problem, Request.Form typed) {
        var added = residents.added(MOST);
        return Page.of(
                problem.equals(Html.NOTHING) ? "Penduduk" : "Ada kesalahan: Penduduk",
                "/dukcapil",
                Html.of(
                        """
                {}
                <h1>Penduduk</h1>
                <p class="lead">Orang rekaan yang dikenal Dukcapil. Pakai NIK dan nama ini untuk mencoba layanan paspor.</p>
                <section><h2>Penduduk siap pakai</h2><ul class="rows">{}</ul></section>
                <section><h2>Ditambahkan</h2>{}</section>
                <section class="slim"><h2>Tambah penduduk</h2><p class="hint">Hanya NIK, nama, dan tanggal lahir yang wajib. Jangan memakai data orang sungguhan.</p>
                <form class="form card" method="post" action="/dukcapil">{}
                <div class="f"><label for="keadaan">Keadaan</label><select class="in" id="keadaan" name="keadaan">{}</select></div>
                <p><button class="btn" type="submit">Tambah penduduk</button></p></form></section>
                """,
                        problem,
                        residents.ready().stream().map(RegistryPages::row).toList(),
                        added.isEmpty()
                                ? Html.of("<p class=\"empty\">Belum ada penduduk tambahan.</p>")
                                : Html.of(
                                        "<ul class=\"rows\">{}</ul>",
                                        added.stream().map(RegistryPages::row).toList()),
                        ASKED.stream().map(field -> input(field, typed)).toList(),
                        Stream.of(Resident.Standing.values())
                                .map(standing ->
                                        Html.of("<option value=\"{}\">{}</option>", standing.name(), standing.words()))
                                .toList()));
    }

    /** One person, with all a developer needs to type. */
    static Html row(Resident resident) {
        var living = resident.standing() == Resident.Standing.HIDUP;
        return Html.of(
                """
                <li id="n{}"><p class="row-main">{} {}</p>
                <dl class="facts"><dt>NIK</dt><dd class="code">{}</dd><dt>Lahir</dt><dd>{}</dd>
                <dt>Ibu</dt><dd>{}</dd><dt>Alamat</dt><dd>{}</dd></dl></li>
                """,
                resident.nik(),
                resident.name(),
                living
                        ? Html.NOTHING
                        : Html.of(
                                "<span class=\"tag bad\">{}</span>",
                                resident.standing().words()),
                resident.nik(),
                resident.get(Field.TMPT_LHR) + ", " + resident.get(Field.TGL_LHR),
                resident.get(Field.NAMA_LGKP_IBU),
                String.join(
                        ", ",
                        Stream.of(Field.ALAMAT, Field.KEC_NAME, Field.KAB_NAME)
                                .map(resident::get)
                                .filter(text -> !text.isEmpty())
                                .toList()));
    }

    private static Html input(Field field, Request.Form typed) {
        var needed = field == Field.NIK || field == Field.NAMA_LGKP || field == Field.TGL_LHR;
        return Html.of(
                "<div class=\"f\"><label for=\"{}\">{}</label>{}<input class=\"in\" id=\"{}\" name=\"{}\" autocomplete=\"off\"{} value=\"{}\"></div>",
                field.name(),
                field.words(),
                field == Field.TGL_LHR ? Html.of("<p class=\"hint\">Contoh: 17-08-1990</p>") : Html.NOTHING,
                field.name(),
                field.name(),
                needed ? Html.of(" required") : Html.NOTHING,
                typed.get(field.name()));
    }
}
