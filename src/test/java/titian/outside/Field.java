package titian.outside;

/** What the civil registry knows of a resident, under the names its web service uses. */
enum Field {
    NIK("NIK"),
    NO_KK("Nomor kartu keluarga"),
    NAMA_LGKP("Nama lengkap", Likeness.SCORED),
    TMPT_LHR("Tempat lahir", Likeness.SCORED),
    TGL_LHR("Tanggal lahir"),
    JENIS_KLMIN("Jenis kelamin"),
    STATUS_KAWIN("Status kawin"),
    JENIS_PKRJN("Pekerjaan"),
    NAMA_LGKP_IBU("Nama ibu", Likeness.SCORED),
    ALAMAT("Alamat", Likeness.SCORED),
    NO_RT("RT", Likeness.NUMBER),
    NO_RW("RW", Likeness.NUMBER),
    NO_PROP("Kode provinsi", Likeness.NUMBER),
    NO_KAB("Kode kabupaten atau kota", Likeness.NUMBER),
    NO_KEC("Kode kecamatan", Likeness.NUMBER),
    NO_KEL("Kode kelurahan", Likeness.NUMBER),
    PROP_NAME("Provinsi"),
    KAB_NAME("Kabupaten atau kota"),
    KEC_NAME("Kecamatan"),
    KEL_NAME("Kelurahan");

    private final String words;
    private final Likeness likeness;

    Field(String words) {
        this(words, Likeness.EQUAL);
    }

    Field(String words, Likeness likeness) {
        this.words = words;
        this.likeness = likeness;
    }

    String words() {
        return words;
    }

    /** How the registry tells whether what was claimed is what it knows. */
    Likeness likeness() {
        return likeness;
    }
}
