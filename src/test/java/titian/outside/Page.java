package titian.outside;

import java.util.List;

/** The frame around every page of the outside world: what it is, where one can go, and the page itself. */
final class Page {

    private record Link(String path, String words) {}

    private static final List<Link> LINKS = List.of(
            new Link("/", "Beranda"),
            new Link("/dukcapil", "Penduduk"),
            new Link("/bank", "Bank"),
            new Link("/simponi", "Tagihan"),
            new Link("/surat", "Surat"),
            new Link("/autentikator", "Autentikator"),
            new Link("/ponsel", "Ponsel"),
            new Link("/jam", "Jam"),
            new Link("/gangguan", "Gangguan"));

    private Page() {}

    /** A page that stands under one of the links. */
    static Html of(String title, String here, Html content) {
        return Html.of("""
                <!DOCTYPE html>
                <html lang="id">
                <head>
                <meta charset="utf-8">
                <title>{} – Dunia luar</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <link rel="icon" href="/aset/mark.svg" type="image/svg+xml">
                <link rel="stylesheet" href="/aset/tokens.css">
                <link rel="stylesheet" href="/aset/layanan.css">
                <link rel="stylesheet" href="/aset/dunia.css">
                </head>
                <body>
                <a class="skip" href="#isi">Langsung ke isi</a>
                <header class="top"><div class="wrap">
                <a class="brand" href="/"><svg class="mark" aria-hidden="true"><use href="/aset/icons.svg#mark"/></svg><span>Dunia luar</span></a>
                <nav class="nav" aria-label="Utama">{}</nav>
                <a class="icon-btn only-narrow" href="#menu" aria-label="Menu"><svg class="i" aria-hidden="true"><use href="/aset/icons.svg#menu"/></svg></a>
                </div>
                <p class="not-real"><span class="wrap">Dunia luar untuk pengembangan, bukan layanan sungguhan</span></p></header>
                <main id="isi"><div class="wrap">
                {}
                </div></main>
                <footer class="foot"><div class="wrap">
                <nav id="menu" class="foot-links" aria-label="Semua halaman">{}</nav>
                <p>Semua orang, kode, dan uang di sini rekaan.</p>
                </div></footer>
                </body>
                </html>
                """, title, links(here), content, links(here));
    }

    /** The errors of a form, said first and read out first. */
    static Html problem(String title, String advice) {
        return Html.of("<div class=\"errsum\" role=\"alert\"><h2>{}</h2><p>{}</p></div>", title, advice);
    }

    static Html done(String words) {
        return Html.of(
                "<p class=\"note\" role=\"status\"><svg class=\"i\" aria-hidden=\"true\">"
                        + "<use href=\"/aset/icons.svg#check\"/></svg><span>{}</span></p>",
                words);
    }

    private static List<Html> links(String here) {
        return LINKS.stream()
                .map(link -> link.path().equals(here)
                        ? Html.of("<a href=\"{}\" aria-current=\"page\">{}</a>", link.path(), link.words())
                        : Html.of("<a href=\"{}\">{}</a>", link.path(), link.words()))
                .toList();
    }
}
