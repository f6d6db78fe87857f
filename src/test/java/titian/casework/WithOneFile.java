package titian.casework;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import titian.casework.SomeFiles.Case;
import titian.document.DocumentKind;
import titian.shared.UploadId;

/** An office with one file to check. */
abstract class WithOneFile extends AtAnOffice {

    Case one;

    @BeforeEach
    void aFile() {
        one = some.certain();
    }

    Standing standing() {
        return file(one.id()).standing();
    }

    /** Where its owner mends what went back. */
    String repair() {
        return "/permohonan/" + one.id() + "/perbaikan";
    }

    MvcTestResult judge(DocumentKind kind, String verdict, String why, String note) {
        return judge(kind, some.upload(one, kind), verdict, why, note);
    }

    MvcTestResult judge(DocumentKind kind, UploadId seen, String verdict, String why, String note) {
        return post(
                ani,
                one.address() + "/putusan",
                "jenis",
                kind.name(),
                "unggahan",
                seen.toString(),
                "putusan",
                verdict,
                "alasan",
                why,
                "catatan",
                note);
    }
}
