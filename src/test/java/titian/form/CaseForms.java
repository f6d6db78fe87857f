package titian.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import titian.People;
import titian.application.DraftDesk;
import titian.requirement.RequestedService;
import titian.shared.ApplicationId;

/** Somebody who fills in the pages of a service, one after the other. */
abstract class CaseForms {

    @Autowired
    BeanFactory house;

    @Autowired
    MockMvcTester browser;

    @Autowired
    DraftDesk applications;

    Person person;

    @BeforeEach
    void somebody() {
        person = new Person(browser);
    }

    ApplicationId begin(RequestedService service) {
        person = new Person(browser, isChilds(service) ? People.child() : People.someone());
        var id = person.begin();
        if (answers(service).containsKey("layanan")) {
            answer(id, "nik", answers(service));
            answer(id, "layanan", answers(service));
        }
        return id;
    }

    static boolean isChilds(RequestedService service) {
        return switch (service) {
            case NEW_CHILD, REPLACE_CHILD, DUAL_CITIZEN_CHILD, BORN_ABROAD_CHILD -> true;
            default -> false;
        };
    }

    /** Hajj and umrah come on top of a passport; the others are what they are. */
    static RequestedService asked(RequestedService service) {
        return service.isAddition() ? RequestedService.NEW_ADULT : service;
    }

    Set<String> followTo(ApplicationId id, String end, Map<String, Map<String, String>> answers) {
        var seen = new HashSet<String>();
        for (var page = now(id); !page.equals(end); page = now(id)) {
            assertThat(seen.add(page)).as("%s is asked once", page).isTrue();
            assertThat(person.get("/permohonan/" + id + "/" + page)).as(page).hasStatusOk();
            answer(id, page, answers);
        }
        return seen;
    }

    void answer(ApplicationId id, String page, Map<String, Map<String, String>> answers) {
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

    String now(ApplicationId id) {
        return form(id).pathNow();
    }

    Form form(ApplicationId id) {
        return new FilledIn(house).form(id);
    }

    /** What this person says on each page if they want this. */
    Map<String, Map<String, String>> answers(RequestedService service) {
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

    static Map<String, String> trip(String hasPassport, String purpose) {
        return Map.of("hasPassport", hasPassport, "purpose", purpose, "stay", "UNDER_ONE_MONTH", "country", "SA");
    }

    static void replaced(Map<String, Map<String, String>> pages, String reason) {
        pages.put("perdim", trip("yes", "TOURISM"));
        pages.put(
                "paspor-lama", Map.of("reason", reason, "number", "A1234567", "issued", "AT_HOME", "dataDiffer", "no"));
    }

    static Map<String, String> parents(RequestedService service) {
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

    static Map<String, String> parentData() {
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
