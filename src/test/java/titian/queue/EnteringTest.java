package titian.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static titian.SignedInPeople.as;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.shared.Role;

/** Officers are led to what they may do; nobody else comes in. */
@TitianTest
class EnteringTest extends DayAtAnOffice {

    @ParameterizedTest
    @CsvSource({"DOOR_OFFICER,/petugas/pintu", "COUNTER_OFFICER,/petugas/loket", "ADMINISTRATOR,/petugas/kantor"})
    void whoeverHasOneTaskIsLedToIt(Role role, String place) {
        var officer = SignedInPeople.officer(accounts, day.office(), role);

        assertThat(browser.get().uri("/petugas").with(as(officer)))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl(place);
    }

    @Test
    void whoeverHasSeveralTasksChooses() {
        var both = SignedInPeople.officer(accounts, day.office(), Role.DOOR_OFFICER, Role.COUNTER_OFFICER);

        assertThat(browser.get().uri("/petugas").with(as(both)))
                .hasStatusOk()
                .bodyText()
                .contains("/petugas/loket", "/petugas/pintu", both.name())
                .doesNotContain("/petugas/kantor");
    }

    @Test
    void aHeadOfOfficeChoosesBetweenExaminationsAndRefunds() {
        var head = SignedInPeople.officer(accounts, day.office(), Role.HEAD_OF_OFFICE);

        assertThat(browser.get().uri("/petugas").with(as(head)))
                .hasStatusOk()
                .bodyText()
                .contains("/petugas/bap", "/petugas/bendahara/pengembalian");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"APPLICANT", "UNPROVEN_OFFICER"})
    void everyOfficerHasSomewhereToBegin(Role role) {
        var officer = SignedInPeople.officer(accounts, day.office(), role);

        assertThat(browser.get().uri("/petugas").with(as(officer)).exchange().getResponse())
                .extracting(MockHttpServletResponse::getStatus)
                .isIn(200, 302);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/petugas", "/petugas/pintu", "/petugas/loket", "/petugas/kantor", "/petugas/pintu/hari-ini"})
    void nobodyElseEnters(String page) {
        var applicant = SignedInPeople.applicant(accounts);

        assertThat(browser.get().uri(page).with(as(applicant))).hasStatus(403);
        assertThat(browser.get().uri(page).header("Accept", "text/html")).hasStatus3xxRedirection();
    }
}
