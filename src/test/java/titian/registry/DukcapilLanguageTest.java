package titian.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static titian.registry.RegistryAnswer.Field.BIRTH_DATE;
import static titian.registry.RegistryAnswer.Field.NAME;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;
import titian.registry.RegistryAnswer.Differs;
import titian.registry.RegistryAnswer.Matches;
import titian.registry.RegistryAnswer.Unreachable;
import titian.registry.RegistryDesk.Person;
import titian.shared.Nik;
import tools.jackson.databind.json.JsonMapper;

/** The registry's words, one by one. */
class DukcapilLanguageTest {

    @Test
    void asksWithTheFieldsInItsSpelling() {
        var access = new RegistryAccess(
                "http://registry.example/get_json/titian/",
                "we",
                "secret",
                "10.1.2.3",
                85,
                false,
                new MockEnvironment());
        var person = new Person(new Nik("3174015708900001"), " Siti Rahayu ", LocalDate.parse("1990-08-17"));

        var json = JsonMapper.shared().readTree(DukcapilLanguage.question(person, access));

        assertThat(access.address()).hasToString("http://registry.example/get_json/titian/CALL_VERIFY_BY_ELEMEN");
        assertThat(json.path("USER_ID").asString()).isEqualTo("we");
        assertThat(json.path("PASSWORD").asString()).isEqualTo("secret");
        assertThat(json.path("IP_USER").asString()).isEqualTo("10.1.2.3");
        assertThat(json.path("TRESHOLD").asString()).isEqualTo("85");
        assertThat(json.path("NIK").asString()).isEqualTo("3174015708900001");
        assertThat(json.path("NAMA_LGKP").asString()).isEqualTo("SITI RAHAYU");
        assertThat(json.path("TGL_LHR").asString()).isEqualTo("17-08-1990");
    }

    @Test
    void everythingAlikeMatches() {
        assertThat(answer("\"NIK\":\"Sesuai\",\"NAMA_LGKP\":\"Sesuai (100)\",\"TGL_LHR\":\"Sesuai\""))
                .isEqualTo(new Matches());
    }

    @Test
    void whatDiffersIsNamed() {
        assertThat(answer("\"NAMA_LGKP\":\"Tidak Sesuai (59)\",\"TGL_LHR\":\"Sesuai\""))
                .isEqualTo(new Differs(Set.of(NAME)));
        assertThat(answer("\"NAMA_LGKP\":\"Sesuai (91)\",\"TGL_LHR\":\"Tidak Sesuai\""))
                .isEqualTo(new Differs(Set.of(BIRTH_DATE)));
        assertThat(answer("\"NAMA_LGKP\":\"Tidak Sesuai (0)\",\"TGL_LHR\":\"Tidak Sesuai\""))
                .isEqualTo(new Differs(Set.of(NAME, BIRTH_DATE)));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            11, DEAD,             Unusable[why=DEAD]
            12, DUPLICATE,        Unusable[why=DUPLICATE]
            13, UNKNOWN,          Unknown[]
            14, INACTIVE,         Unusable[why=INACTIVE]
            15, MALFORMED_NUMBER, Unknown[]
            """)
    void eachCodeHasItsMeaning(String code, String outcome, String answer) {
        var verdict = DukcapilLanguage.read(200, content("\"RESPON\":\"...\",\"RESPONSE_CODE\":\"" + code + "\""));

        assertThat(verdict.outcome()).isEqualTo(outcome);
        assertThat(verdict.code()).isEqualTo(code);
        assertThat(verdict.answer()).hasToString(answer);
        assertThat(DukcapilLanguage.read(200, content("\"RESPONSE_CODE\":" + code)))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            Sistem Sibuk,              BUSY
            Kuota Hari Ini Habis,      QUOTA_USED_UP
            Akun Tidak Ditemukan,      ACCOUNT_UNKNOWN
            IP Tidak Sesuai,           ADDRESS_REFUSED
            Threshold tidak sesuai,    THRESHOLD_REFUSED
            Parameter tidak sesuai,    PARAMETERS_REFUSED
            Data gagal didecrypt,      NOT_DECRYPTED
            Sesuatu yang lain,         GARBLED
            """)
    void aRefusedQuestionSaysNothingAboutThePerson(String words, String outcome) {
        assertThat(DukcapilLanguage.read(200, content("\"RESPON\":\"" + words + "\"")))
                .isEqualTo(Verdict.none(outcome));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "<html>Bad gateway</html>",
                "{}",
                "{\"content\":[]}",
                "{\"content\":{}}",
                "{\"content\":[{}]}",
                "{\"content\":[{},{}]}",
                "{\"content\":[{\"NAMA_LGKP\":\"Sesuai (100)\"}]}",
                "{\"content\":[{\"NAMA_LGKP\":\"Sesuai\",\"TGL_LHR\":\"Mungkin\"}]}",
                "{\"content\":[{\"NIK\":\"Tidak Sesuai\",\"NAMA_LGKP\":\"Sesuai\",\"TGL_LHR\":\"Sesuai\"}]}",
                "{\"content\":[{\"RESPONSE_CODE\":\"99\"}]}"
            })
    void whatMakesNoSenseIsNoAnswer(String text) {
        assertThat(DukcapilLanguage.read(200, text)).isEqualTo(Verdict.none("GARBLED"));
    }

    @Test
    void anAnswerThatFailedIsNoAnswer() {
        assertThat(DukcapilLanguage.read(503, "busy").answer()).isEqualTo(new Unreachable());
        assertThat(DukcapilLanguage.read(404, content("\"RESPONSE_CODE\":\"13\""))
                        .answer())
                .isEqualTo(new Unreachable());
    }

    private static RegistryAnswer answer(String fields) {
        return DukcapilLanguage.read(200, content(fields)).answer();
    }

    private static String content(String fields) {
        return "{\"content\":[{" + fields + "}],\"numberOfElements\":1,\"quotaLimiter\":9}";
    }
}
