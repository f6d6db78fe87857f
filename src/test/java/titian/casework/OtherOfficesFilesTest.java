package titian.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static titian.document.DocumentKind.KK;
import static titian.document.DocumentKind.KTP;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import titian.TitianTest;
import titian.shared.UploadId;
import titian.web.Notice;

/** Nobody reaches a file of another office, and nobody somebody else's papers. */
@TitianTest
class OtherOfficesFilesTest extends WithOneFile {

    @Test
    void anotherOfficesFileDoesNotExist() {
        var stranger = new SomeFiles(house).verifier();
        var upload = some.upload(one, KTP);
        for (var address : new String[] {"", "?dok=KK", "/dokumen/" + upload, "/dokumen/" + upload + "/asli"}) {
            assertThat(get(stranger, one.address() + address)).as(address).hasStatus(404);
        }
        for (var address : new String[] {"/ambil", "/lepas", "/setujui", "/kembalikan", "/buka-lagi"}) {
            assertThat(post(stranger, one.address() + address)).as(address).hasStatus(404);
        }
        assertThat(post(stranger, one.address() + "/putusan", "jenis", "KTP", "putusan", "baik"))
                .hasStatus(404);
        assertThat(post(stranger, one.address() + "/ketikan", "jenis", "KTP")).hasStatus(404);
        assertThat(get(ani, one.address() + "/dokumen/" + UploadId.next())).hasStatus(404);
    }

    /** Nor by a field or a parameter that names it. */
    @Test
    void noFieldReachesAnotherOfficesFile() {
        var elsewhere = new SomeFiles(house);
        var theirs = elsewhere.certain();
        var colleague = elsewhere.verifier();
        desk.take(officer(colleague), theirs.id());

        assertThat(get(ani, "/petugas/berkas?tenggat=1970-01-01T00:00:00Z&berkas=" + theirs.id()))
                .hasStatusOk()
                .bodyText()
                .contains(one.address())
                .doesNotContain(theirs.address());
        desk.take(officer(ani), one.id());
        assertThat(post(
                        ani,
                        one.address() + "/putusan",
                        "jenis",
                        "KTP",
                        "unggahan",
                        elsewhere.upload(theirs, KTP).toString(),
                        "putusan",
                        "baik"))
                .flash()
                .containsEntry("notice", Notice.warning("casework.notice.changed"));
        post(ani, one.address() + "/ambil", "dari", colleague.account().toString());
        assertThat(post(
                        ani,
                        theirs.address() + "/ambil",
                        "dari",
                        colleague.account().toString()))
                .hasStatus(404);
        var claim = desk.find(theirs.id(), officer(colleague)).orElseThrow().claim();
        assertThat(Objects.requireNonNull(claim).officer()).isEqualTo(colleague.account());
    }

    @Test
    void nobodyElseMendsSomebodysPapers() {
        goesBack(one, inDays(2), KK);
        var stranger = some.certain().applicant();
        assertThat(get(stranger, "/permohonan/" + one.id() + "/perbaikan")).hasStatus(404);
        assertThat(post(stranger, "/permohonan/" + one.id() + "/perbaikan/kirim"))
                .hasStatus(404);
    }
}
