package titian.form;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import titian.People;
import titian.document.DocumentKind;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Role;
import titian.shared.SignedIn;

/** An applicant at the pages: types what is asked, presses the button, follows where it leads. */
public final class Person {

    public final MockMvcTester browser;
    public final SignedIn me;
    public final People.Someone who;

    public Person(MockMvcTester browser) {
        this(browser, People.someone());
    }

    public Person(MockMvcTester browser, People.Someone who) {
        this(browser, who, new SignedIn(AccountId.next(), "Ratna", Set.of(Role.APPLICANT), null));
    }

    public Person(MockMvcTester browser, People.Someone who, SignedIn me) {
        this.browser = browser;
        this.who = who;
        this.me = me;
    }

    /** Begins an application and gives its number. */
    ApplicationId begin() {
        var to = Objects.requireNonNull(
                post("/permohonan/baru", Map.of()).getResponse().getRedirectedUrl());
        return ApplicationId.of(to.substring("/permohonan/".length()));
    }

    MvcTestResult get(String address) {
        return browser.get().uri(URI.create(address)).with(as(me)).exchange();
    }

    MvcTestResult post(String address, Map<String, String> typed) {
        var request = browser.post().uri(address).with(as(me)).with(csrf());
        typed.forEach(request::param);
        return request.exchange();
    }

    MvcTestResult answer(ApplicationId id, String page, Map<String, String> typed) {
        return post("/permohonan/" + id + "/" + page, typed);
    }

    MvcTestResult upload(ApplicationId id, DocumentKind kind, byte[] content) {
        return browser.post()
                .uri("/permohonan/" + id + "/dokumen")
                .multipart()
                .file(new MockMultipartFile("berkas", "foto.png", "image/png", content))
                .param("jenis", kind.name())
                .with(as(me))
                .with(csrf())
                .exchange();
    }

    /** Answers every page up to this one, which stays to be answered. */
    ApplicationId before(String page) {
        var id = begin();
        for (var answer : answers().entrySet()) {
            if (answer.getKey().equals(page)) {
                return id;
            }
            if (answer.getKey().equals("dokumen")) {
                for (var kind : FilledIn.NEEDED) {
                    upload(id, kind, FilledIn.PICTURE);
                }
            } else {
                answer(id, answer.getKey(), answer.getValue());
                goOnIfAsked(id, answer.getKey());
            }
        }
        return id;
    }

    /** The civil registry does not know people made up for a test, unless they were registered there. */
    private void goOnIfAsked(ApplicationId id, String page) {
        if (page.equals("nik")) {
            answer(id, "nik/lanjut", Map.of());
        }
    }

    /** What this person says on each page, in the order of the pages. */
    Map<String, Map<String, String>> answers() {
        var pages = new LinkedHashMap<String, Map<String, String>>();
        pages.put("nik", identity());
        pages.put(
                "perdim",
                Map.of("hasPassport", "no", "purpose", "TOURISM", "stay", "UNDER_ONE_MONTH", "country", "SG"));
        pages.put("dokumen", Map.of());
        pages.put("keluarga", Map.of("father", "Budi", "mother", "Siti", "maritalStatus", "UNMARRIED"));
        pages.put("kerabat", Map.of("homeName", "Ani", "homePhone", "0812 0000 0000", "homeRelation", "SIBLING"));
        pages.put("jenis", Map.of("kind", "ELECTRONIC-10"));
        pages.put("data-diri", person());
        pages.put("alamat", residence());
        pages.put("kantor", Map.of("kantor", "kanim-jakarta-selatan"));
        return pages;
    }

    /** What this person says on one page. */
    Map<String, String> answers(String page) {
        return Objects.requireNonNull(answers().get(page), page);
    }

    Map<String, String> identity() {
        return Map.of(
                "fullName", who.name(),
                "nik", who.nik().value(),
                "birthDate.day", String.valueOf(who.birthDate().getDayOfMonth()),
                "birthDate.month", String.valueOf(who.birthDate().getMonthValue()),
                "birthDate.year", String.valueOf(who.birthDate().getYear()));
    }

    private static Map<String, String> person() {
        return Map.of(
                "birthPlace", "Jakarta",
                "sex", "FEMALE",
                "height", "160",
                "occupation", "Guru",
                "cardIssued.day", "20",
                "cardIssued.month", "3",
                "cardIssued.year", "2018",
                "cardValidity", "lifetime");
    }

    private static Map<String, String> residence() {
        return Map.of(
                "address", "Jl. Melati 1, RT 1/RW 2, Cipedak",
                "province", "31",
                "regency", "31.74",
                "district", "31.74.09",
                "phone", "081234567890");
    }
}
