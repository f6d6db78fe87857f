package titian.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static titian.outside.Visitor.json;
import static titian.outside.Visitor.object;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class DukcapilTest {

    static final String RATNA = "3174025507900001";

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
    @ValueSource(strings = {"CALL_VERIFY_BY_ELEMEN", "nik_verifby_elemen"})
    void comparesFieldByField(String method) throws IOException {
        var content = ask(
                method,
                claim(RATNA)
                        .put("NAMA_LGKP", "ratna  Wulandari")
                        .put("TGL_LHR", "16-07-1990")
                        .put("TMPT_LHR", "BANDUNG")
                        .put("NO_RT", "003"));

        assertThat(content.propertyStream().map(Object::toString).collect(Collectors.toList()))
                .containsExactlyInAnyOrder(
                        "NIK=\"Sesuai\"",
                        "NAMA_LGKP=\"Sesuai (100)\"",
                        "TGL_LHR=\"Tidak Sesuai\"",
                        "TMPT_LHR=\"Tidak Sesuai (14)\"",
                        "NO_RT=\"Sesuai\"");
    }

    @ParameterizedTest
    @CsvSource({"90, Sesuai (92)", "95, Tidak Sesuai (92)"})
    void theThresholdDecidesAboutANearlyRightName(String threshold, String verdict) throws IOException {
        var content = compare(claim(RATNA).put("NAMA_LGKP", "RATNA WULANDARY").put("TRESHOLD", threshold));

        assertThat(content.path("NAMA_LGKP").asString()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            6471050202490001, 11, Meninggal Dunia
            3273095906870002, 12, Data Ganda
            3174025507900099, 13, NIK tidak terdapat di database
            3578032501790003, 14, Status Non Aktif
            317402550790000,  15, NIK tidak sesuai format
            3174027207900001, 15, NIK tidak sesuai format
            """)
    void saysWhyThereIsNobodyToCompareWith(String nik, String code, String words) throws IOException {
        assertThat(compare(claim(nik))).isEqualTo(object("RESPON", words, "RESPONSE_CODE", code));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            USER_ID,  somebody,    Akun Tidak Ditemukan
            PASSWORD, wrong,       Akun Tidak Ditemukan
            IP_USER,  203.0.113.9, IP Tidak Sesuai
            TRESHOLD, twelve,      Threshold tidak sesuai
            TRESHOLD, 12,          Threshold tidak sesuai
            """)
    void refusesWhoMayNotAsk(String field, String value, String words) throws IOException {
        assertThat(compare(claim(RATNA).put(field, value))).isEqualTo(object("RESPON", words));
    }

    @Test
    void refusesAMethodItDoesNotHave() throws IOException {
        assertThat(ask("CALL_ME", claim(RATNA))).isEqualTo(object("RESPON", "Parameter tidak sesuai"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CALL_NIK", "BYNIK"})
    void tellsThePersonOfANik(String method) throws IOException {
        var content = ask(method, claim(RATNA));

        assertThat(content.path("NAMA_LGKP").asString()).isEqualTo("RATNA WULANDARI");
        assertThat(content.path("KAB_NAME").asString()).isEqualTo("KOTA ADMINISTRASI JAKARTA SELATAN");
    }

    @Test
    void aResidentAddedByATestIsKnownAtOnceAndAfterARestart(@TempDir Path own) throws IOException {
        var fresh = object("NIK", "3273024101990007", "NAMA_LGKP", "MAWAR CONTOH", "TGL_LHR", "01-01-1999");
        try (var first = World.start(own, WorldPorts.anyFree())) {
            assertThat(new Visitor(first).post("/dukcapil/penduduk", fresh).statusCode())
                    .isEqualTo(201);
        }

        try (var second = World.start(own, WorldPorts.anyFree())) {
            var answer = new Visitor(second)
                    .post("/dukcapil/get_json/titian/CALL_VERIFY_BY_ELEMEN", claim("3273024101990007"));

            assertThat(json(answer).path("content").path(0).path("NIK").asString())
                    .isEqualTo("Sesuai");
        }
    }

    @Test
    void aResidentWithoutAProperNikIsNotAdded() throws IOException {
        var answer =
                visitor.post("/dukcapil/penduduk", object("NIK", "123", "NAMA_LGKP", "MAWAR", "TGL_LHR", "01-01-1999"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("galat").asString()).startsWith("NIK harus 16 angka");
    }

    private static JsonNode compare(ObjectNode claim) throws IOException {
        return ask("CALL_VERIFY_BY_ELEMEN", claim);
    }

    private static JsonNode ask(String method, ObjectNode claim) throws IOException {
        var answer = json(visitor.post("/dukcapil/get_json/titian/" + method, claim));
        assertThat(answer.path("numberOfElements").asInt()).isEqualTo(1);
        return answer.path("content").path(0);
    }

    static ObjectNode claim(String nik) {
        return object(
                "USER_ID", "titian",
                "PASSWORD", "titian-dev",
                "IP_USER", "127.0.0.1",
                "TRESHOLD", "90",
                "NIK", nik);
    }
}
