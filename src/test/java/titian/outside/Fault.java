package titian.outside;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What ails a neighbour at the moment. */
record Fault(Kind kind, Duration delay) {

    private static final Duration LONGEST_DELAY = Duration.ofHours(1);

    static final Fault NONE = new Fault(Kind.NORMAL, Duration.ZERO);

    Fault {
        if (delay.isNegative() || delay.compareTo(LONGEST_DELAY) > 0) {
            throw new BadRequest("Detik harus antara 0 dan 3600");
        }
    }

    /** The ways to be ill, each with the words the page says for it. */
    enum Kind {
        NORMAL("Normal"),
        LAMBAT("Lambat: menjawab setelah sekian detik"),
        MATI("Mati: menolak semua permintaan"),
        PUTUS("Putus: sambungan terputus tanpa jawaban"),
        SALAH("Salah: jawabannya rusak"),
        GALAT("Galat: layanan itu sendiri menjawab gagal"),
        KUOTA("Kuota habis untuk hari ini"),
        GANDA("Ganda: dikirim dua kali"),
        TERTUKAR("Tertukar: menunggu yang berikutnya, lalu dikirim terbalik"),
        TIDAK_PERNAH("Tidak pernah: pemberitahuan hilang selamanya"),
        BELUM("Belum: yang sudah dibayar dijawab belum dibayar, sampai pulih");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind of(String id) {
            return Stream.of(values())
                    .filter(kind -> kind.id().equals(id))
                    .findAny()
                    .orElseThrow(() -> new BadRequest("Gangguan '" + id + "' tidak dikenal"));
        }
    }

    /** The neighbours that can fall ill, and how each can. */
    enum Service {
        DUKCAPIL("Dukcapil"),
        SIMPONI("SIMPONI"),
        PEMBERITAHUAN("Pemberitahuan pembayaran"),
        BANK("Bank (SNAP)"),
        KABAR("Pemberitahuan bank (SNAP)"),
        SURAT("Surat"),
        PONSEL("Pesan ponsel (SMS, WhatsApp)"),
        IDENTITAS("Penyedia identitas");

        private final String words;

        Service(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        Set<Kind> kinds() {
            return switch (this) {
                case DUKCAPIL -> EnumSet.range(Kind.NORMAL, Kind.KUOTA);
                case SIMPONI, BANK ->
                    EnumSet.of(Kind.NORMAL, Kind.LAMBAT, Kind.MATI, Kind.PUTUS, Kind.SALAH, Kind.GALAT, Kind.BELUM);
                case PEMBERITAHUAN, KABAR ->
                    EnumSet.of(
                            Kind.NORMAL,
                            Kind.LAMBAT,
                            Kind.MATI,
                            Kind.SALAH,
                            Kind.GANDA,
                            Kind.TERTUKAR,
                            Kind.TIDAK_PERNAH);
                case SURAT -> EnumSet.range(Kind.NORMAL, Kind.SALAH);
                case PONSEL -> EnumSet.range(Kind.NORMAL, Kind.GALAT);
                case IDENTITAS -> EnumSet.range(Kind.NORMAL, Kind.SALAH);
            };
        }

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Service of(String id) {
            return Stream.of(values())
                    .filter(service -> service.id().equals(id))
                    .findAny()
                    .orElseThrow(() -> new BadRequest("Layanan '" + id + "' tidak dikenal"));
        }
    }
}
