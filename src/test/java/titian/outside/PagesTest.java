package titian.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static titian.outside.Visitor.json;
import static titian.outside.Visitor.object;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

    @TempDir
    static Path data;

    static World world;
    static Visitor visitor;

    @BeforeAll
    static void open() {
        world = World.start(data, WorldPorts.anyFree());
        visitor = new Visitor(world);
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/dukcapil", "/bank", "/simponi", "/surat", "/autentikator", "/jam", "/gangguan"})
    void everyPageSaysItIsNotRealAndNeedsNothingInline(String path) throws IOException {
        var page = visitor.get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("<html lang=\"id\">", "Dunia luar untuk pengembangan, bukan layanan sungguhan")
                .containsOnlyOnce("<h1>")
                .doesNotContain(" style=", "<style", "<script", "{}");
    }

    @Test
    void aServiceIsMadeIllAndWellAgainFromItsPage() throws IOException {
        visitor.form("/gangguan", "layanan", "surat", "gangguan", "lambat", "detik", "1");
        assertThat(visitor.get("/gangguan/api").body()).contains("\"lambat\"");

        visitor.form("/gangguan", "layanan", "surat", "gangguan", "normal", "detik", "");
        assertThat(visitor.get("/gangguan/api").body()).doesNotContain("\"lambat\"");
    }

    @Test
    void theFirstPageGivesEveryReadyResidentAndTitiansAddress() throws IOException {
        assertThat(visitor.get("/").body())
                .contains("3174025507900001", "RATNA WULANDARI", "9301012206920001", "Meninggal Dunia")
                .contains("http://127.0.0.1:8080");
    }

    @Test
    void aPersonIsAddedByThePage() throws IOException {
        var added =
                visitor.form("/dukcapil", "NIK", "3471034808700005", "NAMA_LGKP", "BU <Tini>", "TGL_LHR", "08-08-1970");

        assertThat(added.statusCode()).isEqualTo(303);
        assertThat(visitor.get("/dukcapil").body()).contains("3471034808700005", "BU &lt;Tini&gt;");
    }

    @Test
    void aPersonWronglyTypedIsGivenBackWithTheReason() throws IOException {
        var page = visitor.form("/dukcapil", "NIK", "3471034808700006", "NAMA_LGKP", "TINI", "TGL_LHR", "8/8/70");

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("role=\"alert\"", "TGL_LHR harus berbentuk", "value=\"TINI\"");
    }

    @Test
    void theClockIsReadAndMovedByPageAndByTests(@TempDir Path own) throws IOException {
        try (var moved = World.start(own, WorldPorts.anyFree())) {
            var there = new Visitor(moved);

            var set = json(there.post("/jam/api", object("ke", "2026-12-08T09:00:00+07:00")));
            assertThat(OffsetDateTime.parse(set.path("sekarang").asString()).toInstant())
                    .isBetween("2026-12-08T02:00:00Z", "2026-12-08T02:00:10Z");
            there.post("/jam/api", object("maju", "PT2H"));
            assertThat(there.get("/jam").body()).contains("Selasa, 8 Desember 2026, 11.00", "13.00");
            there.form("/jam", "besok", "ya");
            assertThat(there.get("/jam").body()).contains("Rabu, 9 Desember 2026, 07.30");
            there.form("/jam", "kembali", "ya");
            assertThat(moved.clock().offset()).isEqualTo(Duration.ZERO);
        }
    }

    @ParameterizedTest
    @CsvSource({"maju, besok", "ke, 2026-13-01T00:00", "maju, P90000D", "mundur, PT1H"})
    void aClockIsNotMovedByNonsense(String field, String value) throws IOException {
        assertThat(visitor.post("/jam/api", object(field, value)).statusCode()).isEqualTo(400);
    }

    @Test
    void whatIsNotThereIsNotFound() throws IOException {
        assertThat(visitor.get("/tidak/ada").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/surat/99").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/aset/..%2Fpenduduk.json").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/dukcapil/penduduk").statusCode()).isEqualTo(405);
    }

    @Test
    void twoWorldsDoNotShareAFolder() {
        assertThatIllegalStateException().isThrownBy(() -> World.start(data, WorldPorts.anyFree()));
    }
}
