package titian.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import titian.People;
import titian.TitianTest;
import titian.application.Stage.Scheduled;
import titian.application.Stage.Submitted;
import titian.requirement.Need;
import titian.requirement.RequestedService;
import titian.requirement.RequirementDesk;

/** Every service of the list, by the path a person takes: from the first page to handing in. */
@TitianTest
class ServicesTest extends CaseForms {

    @Autowired
    AnswerSheets sheets;

    @Autowired
    RequirementDesk requirements;

    /** Follows where the form leads, page by page, and answers what is asked there. */
    @ParameterizedTest
    @EnumSource(RequestedService.class)
    void everyServiceIsFilledInFromTheStartToHandingIn(RequestedService service) {
        var id = begin(service);

        var pages = followTo(id, "periksa", answers(service));

        assertThat(applications.find(id).orElseThrow().service()).isEqualTo(asked(service));
        assertThat(person.get("/permohonan/" + id + "/periksa"))
                .hasStatusOk()
                .bodyText()
                .contains(service.makesBook() ? "Rp" : "Gratis");
        var next = service.makesBook() ? "/tagihan/" + id : "/permohonan/" + id;
        assertThat(person.answer(id, "periksa", Map.of("setuju", "ya")))
                .as("after %s", pages)
                .hasRedirectedUrl(next);
        assertThat(applications.find(id).orElseThrow().stage())
                .isInstanceOf(service.makesBook() ? Submitted.class : Scheduled.class);
        assertThat(person.get("/permohonan/" + id)).hasStatusOk();
        assertThat(person.get("/pass/" + id)).hasStatusOk();
        assertThat(requirements.asked(id).orElseThrow().must()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(RequestedService.class)
    void everyPageOfEveryServiceReadsInEnglishToo(RequestedService service) {
        var id = begin(service);
        var answers = answers(service);
        for (var page = "nik"; !page.equals("kantor"); page = now(id)) {
            if (!page.equals("dokumen")) {
                assertThat(person.get("/permohonan/" + id + "/" + page + "?lang=en"))
                        .as(page)
                        .hasStatusOk()
                        .bodyText()
                        .contains("Step ");
            }
            answer(id, page, answers);
        }
    }

    /** Page, service that has it, field, what is typed there, and a piece of what is said about it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', emptyValue = "", textBlock = """
            layanan        | PICKUP_SELF    | untuk                 | ""       | Pilih apa yang Anda perlukan
            layanan        | PICKUP_SELF    | untuk                 | TERBANG  | Pilih apa yang Anda perlukan
            paspor-lama    | REPLACE_EXPIRY | reason                | ""       | Pilih mengapa
            paspor-lama    | REPLACE_EXPIRY | reason                | BOSAN    | Pilih mengapa
            paspor-lama    | REPLACE_EXPIRY | number                | ""       | Isi nomor paspor lama
            paspor-lama    | REPLACE_EXPIRY | number                | 12345678 | satu huruf dan tujuh angka
            paspor-lama    | REPLACE_EXPIRY | register              | <b>      | Nomor register hanya
            paspor-lama    | REPLACE_EXPIRY | issued                | BULAN    | Pilih di mana dan kapan
            paspor-lama    | REPLACE_EXPIRY | dataDiffer            | ""       | Pilih ada atau tidak
            orang-tua      | NEW_CHILD      | childhood             | ""       | Pilih yang sesuai tentang anak
            orang-tua      | NEW_CHILD      | household             | RAMAI    | Pilih keadaan orang tua
            orang-tua      | NEW_CHILD      | household             | BOTH_DIED | Bila kedua orang tua sudah meninggal
            orang-tua      | NEW_CHILD      | passport              | ""       | Pilih punya atau tidak
            orang-tua      | NEW_CHILD      | companion             | HANTU    | Pilih siapa yang mendampingi
            orang-tua      | NEW_CHILD      | guardian              | ""       | Isi nama penanggung jawab
            orang-tua      | NEW_CHILD      | guardian              | B4PAK    | Nama penanggung jawab hanya
            orang-tua      | NEW_CHILD      | guardianNik           | 123      | Anda mengisi 3 angka
            orang-tua      | NEW_CHILD      | guardianPhone         | telepon  | diawali 0
            data-orang-tua | NEW_CHILD      | fatherNationality     | ""       | Isi kewarganegaraan ayah
            data-orang-tua | NEW_CHILD      | fatherNationality     | 007      | Kewarganegaraan ayah hanya
            data-orang-tua | NEW_CHILD      | fatherBirthPlace      | <b>      | Tempat lahir ayah hanya
            data-orang-tua | NEW_CHILD      | fatherBirthDate.month | 13       | Tanggal lahir ayah tidak ada
            data-orang-tua | NEW_CHILD      | motherNationality     | ""       | Isi kewarganegaraan ibu
            data-orang-tua | NEW_CHILD      | motherBirthPlace      | ""       | Isi tempat lahir ibu
            data-orang-tua | NEW_CHILD      | motherBirthDate.year  | 2999     | Tanggal lahir ibu tidak boleh
            rombongan      | EAZY_PASSPORT  | groupName             | ""       | Isi nama rombongan
            rombongan      | EAZY_PASSPORT  | groupPlace            | ""       | Isi tempat pelayanan
            rombongan      | EAZY_PASSPORT  | people                | 29       | 30 sampai 80
            rombongan      | EAZY_PASSPORT  | people                | 81       | 30 sampai 80
            rombongan      | EAZY_PASSPORT  | people                | banyak   | 30 sampai 80
            pengambil      | PICKUP_FAMILY  | collector             | ""       | Isi nama yang mengambil
            pengambil      | PICKUP_FAMILY  | collectorNik          | 12       | Anda mengisi 2 angka
            pengambil      | PICKUP_FAMILY  | collectorPhone        | 1        | diawali 0
            """)
    void whatIsMalformedIsSaidAndNothingIsTaken(
            String page, RequestedService service, String field, String typed, String said) {
        var id = begin(service);
        var answers = answers(service);
        if (!page.equals("layanan")) {
            followTo(id, page, answers);
        }
        var before = sheets.of(id);
        var wrong = new HashMap<>(Objects.requireNonNull(answers.get(page)));
        wrong.put(field, typed);

        assertThat(person.answer(id, page, wrong))
                .hasStatus(422)
                .bodyText()
                .contains("Ada kesalahan:")
                .contains(said)
                .contains("errsum");
        assertThat(sheets.of(id)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"paspor-lama", "orang-tua", "rombongan", "pengambil"})
    void aPageThatACaseIsNotAskedLeadsBack(String page) {
        person = new Person(browser);
        var id = person.before("dokumen");

        assertThat(person.get("/permohonan/" + id + "/" + page)).hasRedirectedUrl("/permohonan/" + id);
        assertThat(person.answer(id, page, Map.of())).hasRedirectedUrl("/permohonan/" + id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "layanan",
                "paspor-lama",
                "orang-tua",
                "data-orang-tua",
                "rombongan",
                "pengambil",
                "keadaan",
                "perdim/penggantian"
            })
    void somebodyElsesCaseIsNotThere(String page) {
        var other = new Person(browser);
        var id = other.before("dokumen");
        person = new Person(browser);

        assertThat(person.get("/permohonan/" + id + "/" + page)).hasStatus(404);
        assertThat(person.answer(id, page, Map.of())).hasStatus(404);
    }

    @Test
    void whatWasTypedAndPutOffIsThereOnAnotherDevice() {
        var id = begin(RequestedService.NEW_CHILD);
        followTo(id, "orang-tua", answers(RequestedService.NEW_CHILD));

        person.answer(id, "orang-tua", Map.of("guardian", "Pak 4", "nanti", "ya"));

        assertThat(person.get("/permohonan/" + id + "/orang-tua")).bodyText().contains("PAK 4");
    }

    @Test
    void aSecondApplicationOfThePersonIsFilledInFromTheFirst() {
        person = new Person(browser);
        person.before("kantor");
        var id = person.begin();
        person.answer(id, "nik", person.identity());
        person.answer(id, "nik/lanjut", Map.of());
        person.answer(id, "perdim", person.answers("perdim"));
        FilledIn.NEEDED.forEach(kind -> person.upload(id, kind, FilledIn.PICTURE));

        assertThat(person.get("/permohonan/" + id + "/keluarga"))
                .bodyText()
                .contains("BUDI", "SITI", "permohonan Anda sebelumnya");
    }

    @Test
    void theNameIsShownAsItWillBePrinted() {
        person = new Person(
                browser,
                new People.Someone(
                        People.someone().nik(),
                        "JOSÉ D'ANGELO MÜLLER-SASTROWARDOYO KUSUMONEGORO",
                        People.someone().birthDate(),
                        "x@y.example"));
        var id = person.before("jadwal");
        person.answer(id, "jadwal", Map.of("slot", new FilledIn(house).opened().toString()));

        assertThat(person.get("/permohonan/" + id + "/periksa"))
                .bodyText()
                .contains("KUSUMONEGORO&lt;&lt;JOSE&lt;DANGELO&lt;MUELLER&lt;SA", "Nama terpotong");
    }

    @Test
    void theListOfAnApplicationThatWentInStaysWhatItWas() {
        var id = begin(RequestedService.REPLACE_LOST);
        followTo(id, "periksa", answers(RequestedService.REPLACE_LOST));
        person.answer(id, "periksa", Map.of("setuju", "ya"));

        var asked = requirements.asked(id).orElseThrow();

        assertThat(asked.service()).isEqualTo(RequestedService.REPLACE_LOST);
        assertThat(asked.must()).extracting(Need::slot).contains("SURAT_LAPOR_POLISI", "KTP", "KK");
        assertThat(asked.byOfficers()).isNotEmpty();
    }
}
