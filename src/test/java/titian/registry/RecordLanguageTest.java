package titian.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;
import titian.registry.RecordAnswer.Told;
import titian.registry.RecordAnswer.Unreachable;
import titian.registry.RecordAnswer.Withheld;
import titian.registry.RegistryDesk.Person;
import titian.shared.Nik;
import tools.jackson.databind.json.JsonMapper;

/** The registry's words about a person's record, one by one. */
class RecordLanguageTest {

    private static final Person PERSON =
            new Person(new Nik("3174095708900001"), "SITI RAHAYU", LocalDate.parse("1990-08-17"));
    private static final String RECORD = """
            "NIK":"3174095708900001","NAMA_LGKP":"SITI RAHAYU","TGL_LHR":"17-08-1990","NAMA_LGKP_IBU":"NUR'AINI HAPSARI",
            "TMPT_LHR":"KEDIRI","JENIS_PKRJN":"GURU","ALAMAT":"JL MELATI 1","NO_RT":1,"NO_RW":12,"KEL_NAME":"CIPEDAK",
            "NO_PROP":31,"NO_KAB":74,"NO_KEC":9""";

    @Test
    void asksForTheRecordAndSendsNoMoreThanTheNumber() {
        var access = new RegistryAccess(
                "http://registry.example/get_json/titian", "we", "secret", "10.1.2.3", 85, true, new MockEnvironment());

        var json = JsonMapper.shared().readTree(RecordLanguage.question(PERSON, access));

        assertThat(access.recordsAddress()).hasToString("http://registry.example/get_json/titian/CALL_NIK");
        assertThat(json.propertyNames()).containsExactly("USER_ID", "PASSWORD", "IP_USER", "NIK");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NUR'AINI HAPSARI", "nur aini hapsari", "Nuraini  Hapsari"})
    void whoKnowsTheMothersNameIsToldTheRecord(String mother) {
        assertThat(answer(RECORD, mother))
                .isEqualTo(new Told(new RegistryRecord(
                        "KEDIRI", "GURU", "JL MELATI 1, RT 1/RW 12, CIPEDAK", "31", "31.74", "31.74.09")));
    }

    @Test
    void aDayWrittenTheOtherWayIsTheSameDay() {
        assertThat(answer(RECORD.replace("17-08-1990", "1990-08-17"), "NURAINI HAPSARI"))
                .isInstanceOf(Told.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NURAINI", "NURAINI HAPSARY", "", "-", "1"})
    void whoDoesNotIsToldNothing(String mother) {
        assertThat(answer(RECORD, mother)).isEqualTo(new Withheld());
    }

    @ParameterizedTest
    @CsvSource({
        "3174095708900001, 3174095708900002",
        "17-08-1990, 18-08-1990",
        "17-08-1990, kapan",
        "NUR'AINI HAPSARI, ''"
    })
    void aRecordOfSomebodyElseIsNotTold(String was, String is) {
        assertThat(answer(RECORD.replace(was, is), "NURAINI HAPSARI")).isEqualTo(new Withheld());
    }

    @Test
    void aRecordWithGapsLeavesThemEmpty() {
        var bare = "\"NIK\":\"3174095708900001\",\"TGL_LHR\":\"17-08-1990\",\"NAMA_LGKP_IBU\":\"IDA\",\"NO_KEC\":9";

        assertThat(answer(bare, "Ida")).isEqualTo(new Told(new RegistryRecord("", "", "", "", "", "")));
    }

    @ParameterizedTest
    @CsvSource({"11", "12", "13", "14", "15"})
    void thereIsNothingToTellOfWhomItDoesNotShow(String code) {
        assertThat(answer("\"RESPON\":\"kata\",\"RESPONSE_CODE\":\"" + code + "\"", "IDA"))
                .isEqualTo(new Withheld());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sistem Sibuk", "Kuota Hari Ini Habis", "IP Tidak Sesuai", "sesuatu yang lain"})
    void aQuestionTurnedDownIsNoAnswer(String words) {
        assertThat(answer("\"RESPON\":\"" + words + "\"", "IDA")).isEqualTo(new Unreachable());
    }

    @Test
    void aRecordPrintsWithoutGivingAnybodyAway() {
        assertThat(answer(RECORD, "NURAINI HAPSARI").toString()).doesNotContain("KEDIRI", "MELATI", "GURU");
    }

    private static RecordAnswer answer(String content, String mother) {
        return RecordLanguage.read(200, "{\"content\":[{" + content + "}]}", PERSON, mother)
                .answer();
    }
}
