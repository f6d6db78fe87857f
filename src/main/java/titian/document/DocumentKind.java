package titian.document;

/** What a paper proves. The names are those of the requirements' data: what its column {@code slot} says. */
public enum DocumentKind {
    KTP,
    KK,
    CIVIL_PROOF,
    SURAT_PINDAH_LN,
    SURAT_KET_INSTANSI,
    SURAT_WARGANEGARA,
    PENETAPAN_NAMA,
    KTP_ORTU,
    AKTA_LAHIR,
    NIKAH_ORTU,
    PASPOR_ORTU,
    PERNYATAAN_ORTU,
    SURAT_KEMATIAN,
    PENETAPAN_WALI,
    SURAT_KUASA,
    PASPOR_LAMA,
    SURAT_LAPOR_POLISI,
    SURAT_KAHAR,
    DASAR_PERUBAHAN,
    REKOM_KEMENAG,
    REKOM_PPIU,
    REKOM_DISNAKER,
    AFFIDAVIT,
    BUKTI_LAPOR_LAHIR,
    IZIN_TINGGAL,
    LAPOR_HILANG,
    BUKTI_WNI,
    SURAT_PERMOHONAN_KOLEKTIF,
    /** No service asks for it: who says that the law lets them go first may show it. */
    BUKTI_RENTAN
}
