package titian.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import titian.People;
import titian.TitianTest;
import titian.application.DraftDesk;
import titian.application.Paid;
import titian.application.Stage.Scheduled;
import titian.application.Stage.Submitted;
import titian.document.DocumentKind;
import titian.requirement.Need;
import titian.requirement.RequestedService;
import titian.requirement.RequirementDesk;
import titian.shared.ApplicationId;

/** Every service of the list, by the path a person takes: from the first page to handing in. */
@TitianTest
class ServicesTest {

    @Autowired
    BeanFactory house;

    @Autowired
    MockMvcTester browser;

    @Autowired
    DraftDesk applications;

    @Autowired
    AnswerSheets sheets;

    @Autowired
    RequirementDesk requirements;

    Person person;

    @BeforeEach
    void somebody() {
        person = new Person(browser);
    }

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

    /** What makes a paper necessary, and which. */
    @ParameterizedTest
    @CsvSource({
        "orang-tua, household, ONE_DIED, SURAT_KEMATIAN",
        "orang-tua, household, BOTH_DIED, PENETAPAN_WALI",
        "orang-tua, passport, yes, PASPOR_ORTU",
        "orang-tua, companion, OTHER, SURAT_KUASA",
        "orang-tua, companion, GUARDIAN, PENETAPAN_WALI",
        "orang-tua, childhood, DUAL_CITIZEN, AFFIDAVIT",
        "orang-tua, childhood, BORN_ABROAD, BUKTI_LAPOR_LAHIR"
    })
    void whatIsSaidOfAChildsParentsMakesPapersNecessary(String page, String field, String said, DocumentKind paper) {
        var id = begin(RequestedService.NEW_CHILD);
        var answers = answers(RequestedService.NEW_CHILD);
        followTo(id, page, answers);
        var typed = new HashMap<>(answers.get(page));
        typed.put(field, said);
        if (said.equals("BOTH_DIED")) {
            typed.put("companion", "GUARDIAN");
        }

        assertThat(person.answer(id, page, typed)).hasStatus3xxRedirection();

        assertThat(form(id).needed())
                .contains(paper)
                .contains(DocumentKind.KTP_ORTU)
                .doesNotContain(DocumentKind.KTP);
    }

    /** Not every certificate of birth names a father. */
    @Test
    void aParentWhomNobodyKnowsIsNotAskedAbout() {
        var id = begin(RequestedService.NEW_CHILD);
        followTo(id, "data-orang-tua", answers(RequestedService.NEW_CHILD));
        var mother = new HashMap<>(parentData());
        mother.keySet().removeIf(field -> field.startsWith("father"));
        mother.put("fatherUnknown", "ya");

        var nobody = Map.of("fatherUnknown", "ya", "motherUnknown", "ya");
        assertThat(person.answer(id, "data-orang-tua", nobody))
                .as("of parents who live one is known")
                .hasStatus(422)
                .bodyText()
                .contains("Isi data ayah atau data ibu");
        assertThat(person.answer(id, "data-orang-tua", mother)).hasStatus3xxRedirection();

        assertThat(person.get("/permohonan/" + id + "/data-orang-tua?lang=en"))
                .bodyText()
                .contains("Father not known", "BANDUNG");
        assertThat(now(id)).isEqualTo("dokumen");
    }

    @Test
    void ofAnOrphanBothParentsMayBeUnknown() {
        var id = begin(RequestedService.NEW_CHILD);
        var answers = answers(RequestedService.NEW_CHILD);
        followTo(id, "orang-tua", answers);
        var said = new HashMap<>(answers.get("orang-tua"));
        said.putAll(Map.of("household", "BOTH_DIED", "companion", "GUARDIAN"));
        person.answer(id, "orang-tua", said);

        assertThat(person.answer(id, "data-orang-tua", Map.of("fatherUnknown", "ya", "motherUnknown", "ya")))
                .hasStatus3xxRedirection();
        assertThat(form(id).needed()).contains(DocumentKind.PENETAPAN_WALI, DocumentKind.SURAT_KEMATIAN);
    }

    @Test
    void whoAnswersForAChildAgreesAndThePassSaysWhoComesAlong() {
        var id = begin(RequestedService.NEW_CHILD);
        followTo(id, "periksa", answers(RequestedService.NEW_CHILD));

        assertThat(person.get("/permohonan/" + id + "/periksa"))
                .bodyText()
                .contains("Saya, SITI AMINAH, bertanggung jawab atas anak ini");
        person.answer(id, "periksa", Map.of("setuju", "ya"));
        Paid.now(house, id);

        assertThat(person.get("/pass/" + id)).bodyText().contains("Anak dan ibunya datang bersama");
        assertThat(person.get("/pass/" + id + "/pdf")).hasStatusOk();
    }

    @ParameterizedTest
    @CsvSource({
        "NAME_CHANGED, PENETAPAN_NAMA", "NATURALISED, SURAT_WARGANEGARA",
        "PROOF_INCOMPLETE, SURAT_KET_INSTANSI", "MOVED_ABROAD, SURAT_PINDAH_LN"
    })
    void whatIsSpecialMakesPapersNecessary(String ticked, DocumentKind paper) {
        person = new Person(browser);
        var id = person.before("dokumen");

        assertThat(person.get("/permohonan/" + id + "/keadaan")).hasStatusOk();
        person.answer(id, "keadaan", Map.of("keadaan", ticked));

        assertThat(form(id).needed()).contains(paper);
        assertThat(form(id).needed().contains(DocumentKind.KTP)).isNotEqualTo(ticked.equals("MOVED_ABROAD"));
        person.answer(id, "keadaan", Map.of());
        assertThat(form(id).needed()).doesNotContain(paper);
    }

    @Test
    void anOldPassportFromAbroadNeedsTheFamilyCardAndAProof() {
        var id = begin(RequestedService.REPLACE_EXPIRY);
        var answers = answers(RequestedService.REPLACE_EXPIRY);
        followTo(id, "dokumen", answers);
        assertThat(form(id).needed()).containsExactly(DocumentKind.KTP, DocumentKind.PASPOR_LAMA);
        var typed = new HashMap<>(answers.get("paspor-lama"));
        typed.put("issued", "ABROAD");

        person.answer(id, "paspor-lama", typed);

        assertThat(form(id).needed()).contains(DocumentKind.KK, DocumentKind.CIVIL_PROOF);
    }

    @Test
    void aRenewalTypedAsNewIsCaughtAndMendedByOneTap() {
        person = new Person(browser);
        var id = person.before("perdim");
        var typed = new HashMap<>(person.answers("perdim"));
        typed.put("oldNumber", "a 123 4567");

        assertThat(person.answer(id, "perdim", typed)).hasRedirectedUrl("/permohonan/" + id + "/perdim/penggantian");
        assertThat(person.get("/permohonan/" + id + "/perdim/penggantian"))
                .bodyText()
                .contains("A1234567", "hangus", "ubah menjadi penggantian");
        assertThat(person.get("/permohonan/" + id + "/dokumen")).hasRedirectedUrl("/permohonan/" + id);

        assertThat(person.post("/permohonan/" + id + "/perdim/penggantian", Map.of("ini", "penggantian")))
                .hasRedirectedUrl("/permohonan/" + id + "/paspor-lama");
        assertThat(person.get("/permohonan/" + id + "/paspor-lama")).bodyText().contains("A1234567");
        assertThat(applications.find(id).orElseThrow().service()).isEqualTo(RequestedService.REPLACE_EXPIRY);
    }

    @Test
    void aNumberTypedByMistakeIsTakenBackByOneTap() {
        person = new Person(browser);
        var id = person.before("perdim");
        var typed = new HashMap<>(person.answers("perdim"));
        typed.put("oldNumber", "A1234567");
        person.answer(id, "perdim", typed);

        assertThat(person.post("/permohonan/" + id + "/perdim/penggantian", Map.of("ini", "baru")))
                .hasRedirectedUrl("/permohonan/" + id + "/dokumen");

        assertThat(applications.find(id).orElseThrow().service()).isEqualTo(RequestedService.NEW_ADULT);
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

    private ApplicationId begin(RequestedService service) {
        person = new Person(browser, isChilds(service) ? People.child() : People.someone());
        var id = person.begin();
        if (answers(service).containsKey("layanan")) {
            answer(id, "nik", answers(service));
            answer(id, "layanan", answers(service));
        }
        return id;
    }

    private static boolean isChilds(RequestedService service) {
        return switch (service) {
            case NEW_CHILD, REPLACE_CHILD, DUAL_CITIZEN_CHILD, BORN_ABROAD_CHILD -> true;
            default -> false;
        };
    }

    /** Hajj and umrah come on top of a passport; the others are what they are. */
    private static RequestedService asked(RequestedService service) {
        return service.isAddition() ? RequestedService.NEW_ADULT : service;
    }

    private Set<String> followTo(ApplicationId id, String end, Map<String, Map<String, String>> answers) {
        var seen = new HashSet<String>();
        for (var page = now(id); !page.equals(end); page = now(id)) {
            assertThat(seen.add(page)).as("%s is asked once", page).isTrue();
            assertThat(person.get("/permohonan/" + id + "/" + page)).as(page).hasStatusOk();
            answer(id, page, answers);
        }
        return seen;
    }

    private void answer(ApplicationId id, String page, Map<String, Map<String, String>> answers) {
        switch (page) {
            case "dokumen" -> form(id).needed().forEach(kind -> person.upload(id, kind, FilledIn.PICTURE));
            case "jadwal" ->
                person.answer(
                        id, page, Map.of("slot", new FilledIn(house).opened().toString()));
            default ->
                assertThat(person.answer(id, page, Objects.requireNonNull(answers.get(page), page)))
                        .as(page)
                        .hasStatus3xxRedirection();
        }
        if (page.equals("nik")) {
            person.answer(id, "nik/lanjut", Map.of());
        }
    }

    private String now(ApplicationId id) {
        return form(id).pathNow();
    }

    private Form form(ApplicationId id) {
        return new FilledIn(house).form(id);
    }

    /** What this person says on each page if they want this. */
    private Map<String, Map<String, String>> answers(RequestedService service) {
        var pages = new HashMap<>(person.answers());
        pages.put("orang-tua", parents(service));
        pages.put("data-orang-tua", parentData());
        pages.put("jenis", Map.of("kind", isChilds(service) ? "ELECTRONIC-5" : "ELECTRONIC-10"));
        pages.put("rombongan", Map.of("groupName", "SMA 8", "groupPlace", "Jl. Taman 1", "people", "40"));
        pages.put(
                "pengambil",
                Map.of("collector", "Budi", "collectorNik", "3174010101800001", "collectorPhone", "0812 3456 7890"));
        switch (service) {
            case NEW_ADULT, NEW_CHILD, DUAL_CITIZEN_CHILD, BORN_ABROAD_CHILD -> {}
            case HAJJ, UMRAH -> {
                pages.put("perdim", trip("no", service.name()));
                pages.put(
                        "keluarga",
                        Map.of(
                                "father",
                                "Budi",
                                "mother",
                                "Siti",
                                "maritalStatus",
                                "UNMARRIED",
                                "grandfather",
                                "Slamet"));
            }
            case CPMI -> pages.put("perdim", trip("no", "MIGRANT_WORK"));
            case REPLACE_EXPIRY, REPLACE_CHILD -> replaced(pages, "EXPIRED");
            case REPLACE_FULL -> replaced(pages, "FULL");
            case REPLACE_LOST -> replaced(pages, "LOST");
            case REPLACE_LOST_FM -> replaced(pages, "LOST_IN_DISASTER");
            case REPLACE_DAMAGED -> replaced(pages, "DAMAGED");
            case REPLACE_DAMAGED_FM -> replaced(pages, "DAMAGED_IN_DISASTER");
            case DATA_CHANGE -> replaced(pages, "DATA_CHANGE");
            case ABROAD_REPLACE -> {
                pages.put("layanan", Map.of("untuk", "ABROAD"));
                replaced(pages, "EXPIRED");
            }
            case SPLP -> pages.put("layanan", Map.of("untuk", "SPLP"));
            case EAZY_PASSPORT -> pages.put("layanan", Map.of("untuk", "GROUP"));
            case PICKUP_SELF, PICKUP_FAMILY, PICKUP_PROXY -> pages.put("layanan", Map.of("untuk", service.name()));
        }
        return pages;
    }

    private static Map<String, String> trip(String hasPassport, String purpose) {
        return Map.of("hasPassport", hasPassport, "purpose", purpose, "stay", "UNDER_ONE_MONTH", "country", "SA");
    }

    private static void replaced(Map<String, Map<String, String>> pages, String reason) {
        pages.put("perdim", trip("yes", "TOURISM"));
        pages.put(
                "paspor-lama", Map.of("reason", reason, "number", "A1234567", "issued", "AT_HOME", "dataDiffer", "no"));
    }

    private static Map<String, String> parents(RequestedService service) {
        var childhood = service == RequestedService.DUAL_CITIZEN_CHILD
                ? "DUAL_CITIZEN"
                : service == RequestedService.BORN_ABROAD_CHILD ? "BORN_ABROAD" : "ORDINARY";
        return Map.of(
                "childhood", childhood,
                "household", "TOGETHER",
                "passport", "no",
                "companion", "MOTHER",
                "guardian", "Siti Aminah",
                "guardianPhone", "0812 3456 7890");
    }

    private static Map<String, String> parentData() {
        var data = new HashMap<String, String>();
        for (var parent : new String[] {"father", "mother"}) {
            data.put(parent + "Nationality", "Indonesia");
            data.put(parent + "BirthPlace", "Bandung");
            data.put(parent + "BirthDate.day", "2");
            data.put(parent + "BirthDate.month", "3");
            data.put(parent + "BirthDate.year", "1985");
        }
        return data;
    }
}
