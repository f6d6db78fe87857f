package titian.outside;

import java.net.URI;
import java.time.Clock;
import java.util.List;

/** The first page: what the outside world is and everything in it. */
final class HomePage {

    private record Place(String path, String icon, String name, String words) {}

    private static final List<Place> PLACES = List.of(
            new Place("/dukcapil", "users", "Penduduk", "Orang rekaan di Dukcapil; tambah orang baru"),
            new Place("/bank", "wallet", "Bank Contoh", "Bayar kode billing, virtual account, atau QRIS"),
            new Place("/simponi", "list", "Tagihan", "Kode SIMPONI dan pemberitahuan pembayaran"),
            new Place("/surat", "chat", "Surat", "Semua surat elektronik yang dikirim"),
            new Place("/autentikator", "lock", "Autentikator", "Kode verifikasi dua langkah petugas"),
            new Place("/ponsel", "phone", "Ponsel", "Semua SMS dan pesan WhatsApp yang dikirim"),
            new Place("/jam", "clock", "Jam", "Majukan waktu untuk semua"),
            new Place("/gangguan", "wifi", "Gangguan", "Buat layanan luar lambat, mati, atau salah"));

    private final Residents residents;
    private final Clock clock;
    private final URI titian;

    HomePage(Residents residents, Clock clock, URI titian) {
        this.residents = residents;
        this.clock = clock;
        this.titian = titian;
    }

    void hangOn(Door door) {
        door.get("/", _ -> Answer.page(page()));
    }

    private Html page() {
        return Page.of(
                "Beranda",
                "/",
                Html.of(
                        """
                <h1>Dunia di luar layanan paspor</h1>
                <p class="lead">Dukcapil, SIMPONI, bank, kantor pos, dan jam, semuanya tiruan untuk mencoba layanan paspor tanpa layanan sungguhan.</p>
                <p class="row wrapx"><a class="btn" href="{}">Buka layanan paspor</a><span class="muted small">{}</span></p>
                <div class="home">
                <section class="card"><h2 class="h-side">Tempat</h2><ul class="links">{}</ul></section>
                <section><h2>Penduduk siap pakai</h2><p class="hint">Ketik NIK dan nama salah satunya di layanan paspor.</p><ul class="rows">{}</ul></section>
                </div>
                """,
                        titian,
                        "Sekarang " + Words.longTime(clock.instant(), Words.WIB) + " WIB",
                        PLACES.stream().map(HomePage::link).toList(),
                        residents.ready().stream().map(RegistryPages::row).toList()));
    }

    private static Html link(Place place) {
        return Html.of("""
                <li><a href="{}"><svg class="i" aria-hidden="true"><use href="/aset/icons.svg#{}"/></svg><span>{}<small>{}</small></span>
                <svg class="i" aria-hidden="true"><use href="/aset/icons.svg#right"/></svg></a></li>
                """, place.path(), place.icon(), place.name(), place.words());
    }
}
