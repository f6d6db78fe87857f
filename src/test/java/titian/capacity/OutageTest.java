package titian.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import titian.People;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.booking.BookingDesk;
import titian.form.FilledIn;
import titian.office.OfficeDesk;
import titian.office.Outage;
import titian.office.PlanningDesk;
import titian.shared.OfficeId;
import titian.shared.PassportType;
import titian.shared.SignedIn;

/** An office without blanks stays in every list: with the reason, until when, and two others that have them. */
@TitianTest
class OutageTest {

    private static final OfficeId OFFICE = OfficeId.of("kanim-pekanbaru");
    private static final String WHY = "Blangko habis";

    @Autowired
    MockMvcTester browser;

    @Autowired
    BeanFactory house;

    @Autowired
    AccountDesk accounts;

    @Autowired
    PlanningDesk planning;

    @Autowired
    OfficeDesk offices;

    @Autowired
    BookingDesk booking;

    @Autowired
    Clock clock;

    SignedIn me;
    String form;
    UUID outage;

    @BeforeEach
    void somebodyWithAFormAndAnOfficeWithoutBooks() {
        me = SignedInPeople.applicant(accounts);
        form = "/permohonan/" + new FilledIn(house).ready(me.account(), People.someone()) + "/kantor";
        booking.openDays(OFFICE);
        offices.alternatives(OFFICE, today(), 5)
                .forEach(nearby -> booking.openDays(nearby.office().id()));
        outage = UUID.randomUUID();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(
                clock.instant(), offices.find(OFFICE).orElseThrow().zone());
    }

    private void lacks(PassportType type) {
        planning.reportOutage(
                new Outage(outage, OFFICE, type, today().minusDays(1), today().plusDays(9), WHY, "No blanks"));
    }

    private void isOver() {
        planning.endOutage(outage, OFFICE, today().minusDays(2));
    }

    @Test
    void whoeverWantsThatBookReadsWhyAndWhereElseAndCannotChooseTheOffice() {
        lacks(PassportType.ELECTRONIC);
        try {
            assertThat(browser.get().uri(form + "?cari=pekanbaru").with(as(me)).exchange())
                    .hasStatusOk()
                    .bodyText()
                    .contains(WHY, "Paspor elektronik belum bisa dilayani sampai", "?cari=Kantor")
                    .doesNotContain("value=\"" + OFFICE + "\"");
            assertThat(browser.post()
                            .uri(form)
                            .param("kantor", OFFICE.value())
                            .with(as(me))
                            .with(csrf())
                            .exchange())
                    .hasStatus(422);
        } finally {
            isOver();
        }
    }

    @Test
    void whoeverWantsTheOtherBookMayComeThere() {
        lacks(PassportType.NON_ELECTRONIC);
        try {
            assertThat(browser.get().uri(form + "?cari=pekanbaru").with(as(me)).exchange())
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain(WHY)
                    .contains("value=\"" + OFFICE + "\"");
        } finally {
            isOver();
        }
    }

    @Test
    void visitorsReadItInTheListAndAtTheOffice() {
        lacks(PassportType.ELECTRONIC);
        try {
            for (var address : new String[] {"/jadwal?cari=pekanbaru", "/jadwal/" + OFFICE}) {
                assertThat(browser.get().uri(address).exchange())
                        .as(address)
                        .hasStatusOk()
                        .bodyText()
                        .contains(WHY, "Paspor elektronik belum bisa dilayani sampai", "Yang terdekat:");
            }
        } finally {
            isOver();
        }
    }
}
