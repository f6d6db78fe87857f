package titian.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static titian.outside.DukcapilTest.claim;
import static titian.outside.Visitor.json;
import static titian.outside.Visitor.object;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest {

    @TempDir
    Path data;

    World world;
    Visitor visitor;

    @BeforeEach
    void open() {
        world = World.start(data, WorldPorts.anyFree());
        visitor = new Visitor(world);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aDeadRegistryAnswers503AndRecovers() throws IOException {
        visitor.fall("dukcapil", "mati", 0);
        assertThat(verify().statusCode()).isEqualTo(503);

        visitor.fall("dukcapil", "normal", 0);
        assertThat(verify().statusCode()).isEqualTo(200);
    }

    @Test
    void aSlowRegistryAnswersRightButLate() throws IOException {
        visitor.fall("dukcapil", "lambat", 0.2);
        var before = System.nanoTime();

        assertThat(verify().body()).contains("\"NIK\":\"Sesuai\"");

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    @ParameterizedTest
    @CsvSource({"galat, Sistem Sibuk", "kuota, Kuota Hari Ini Habis"})
    void aRegistryThatFailsByItselfSaysSo(String fault, String words) throws IOException {
        visitor.fall("dukcapil", fault, 0);

        assertThat(json(verify()).path("content").path(0)).isEqualTo(object("RESPON", words));
    }

    @Test
    void wrongAnswersAreNotJson() throws IOException {
        visitor.fall("simponi", "salah", 0);

        assertThat(visitor.form("/simponi", "simponi_req", "{}").body()).startsWith("<html>");
    }

    @Test
    void aCutLineLosesTheAnswerButNotTheWork() throws IOException {
        visitor.fall("simponi", "putus", 0);
        var order = visitor.order("T1", 350_000).toString();
        assertThatIOException().isThrownBy(() -> visitor.form("/simponi", "simponi_req", order));

        visitor.fall("simponi", "normal", 0);

        assertThat(visitor.get("/simponi").body()).contains(visitor.newCode("T1"));
    }

    @Test
    void anIllnessSurvivesARestart() throws IOException {
        visitor.fall("simponi", "galat", 0);
        close();

        open();

        assertThat(visitor.simponi(visitor.order("T1", 350_000)).path("code").asString())
                .isEqualTo("GE");
        assertThat(visitor.get("/gangguan/api").body()).contains("{\"layanan\":\"simponi\",\"gangguan\":\"galat\"");
    }

    @ParameterizedTest
    @CsvSource({"dukcapil, ganda", "surat, kuota", "pajak, mati", "simponi, bosan"})
    void anIllnessAServiceCannotHaveIsRefused(String service, String fault) throws IOException {
        var answer = visitor.post("/gangguan/api", object("layanan", service, "gangguan", fault));

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> verify() throws IOException {
        return visitor.post("/dukcapil/get_json/titian/CALL_VERIFY_BY_ELEMEN", claim(DukcapilTest.RATNA));
    }
}
