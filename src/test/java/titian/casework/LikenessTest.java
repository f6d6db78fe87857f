package titian.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import titian.People;
import titian.TitianTest;
import titian.shared.ApplicationId;
import titian.shared.SignedIn;

/** People of one name and day of birth with two numbers are pointed at; who is who, officers say, and it is remembered. */
@TitianTest
class LikenessTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    BeanFactory house;

    @Autowired
    CaseFiles files;

    @Autowired
    JdbcClient db;

    @Autowired
    Clock clock;

    @Test
    void oneNameAndBirthdayWithTwoNumbersIsPointedAtAndWhatWasJudgedIsRemembered() {
        var some = new SomeFiles(house);
        var elsewhere = new SomeFiles(house);
        var who = People.someone();
        var number = People.someone();
        var twin =
                new People.Someone(number.nik(), who.name().toLowerCase(Locale.ROOT), who.birthDate(), number.email());
        var one = some.certain(who, Duration.ofDays(5));
        var other = elsewhere.certain(twin, Duration.ofDays(5));
        var ani = some.verifier();

        assertThat(get(ani, one.address()))
                .bodyText()
                .contains("Mungkin orang yang sama", twin.nik().toString(), "Belum diputuskan")
                .doesNotContain(twin.nik().value());
        assertThat(post(
                        elsewhere.verifier(),
                        one.address() + "/kembar",
                        "lain",
                        other.id().toString(),
                        "putusan",
                        "sama"))
                .hasStatus(404);
        assertThat(post(
                        ani,
                        one.address() + "/kembar",
                        "lain",
                        some.certain().id().toString(),
                        "putusan",
                        "sama"))
                .as("nobody like them")
                .hasRedirectedUrl(one.address());
        assertThat(post(ani, one.address() + "/kembar", "lain", other.id().toString(), "putusan", "lain"))
                .hasRedirectedUrl(one.address() + "#kembar");
        assertThat(get(elsewhere.verifier(), other.address()))
                .bodyText()
                .contains("Mungkin orang yang sama", "Orang lain</span>");
        assertThat(get(ani, one.address())).bodyText().doesNotContain("Belum diputuskan");
    }

    @Test
    void manyFilesOfOnesOwnHideNoStranger() {
        var some = new SomeFiles(house);
        var who = People.someone();
        var number = People.someone();
        var one = some.certain(who, Duration.ofDays(5));
        var stranger = some.certain(
                new People.Someone(number.nik(), who.name(), who.birthDate(), number.email()), Duration.ofDays(5));
        var marks = db.sql("SELECT person_mark, nik_mark FROM casework.file WHERE application = :application")
                .param("application", one.id().value())
                .query()
                .singleRow();
        for (int i = 0; i < 21; i++) {
            var later = clock.instant().plusSeconds(60 + i);
            files.open(new CaseFiles.Begun(
                    ApplicationId.next(),
                    one.applicant().account(),
                    some.office(),
                    "NEW_ADULT",
                    later,
                    later.plus(Duration.ofDays(9)),
                    later.plus(Duration.ofDays(2)),
                    (UUID) marks.get("person_mark"),
                    (UUID) marks.get("nik_mark")));
        }

        var ani = some.verifier();
        assertThat(get(ani, one.address()))
                .bodyText()
                .contains("Mungkin orang yang sama", number.nik().toString());
        assertThat(post(ani, one.address() + "/kembar", "lain", stranger.id().toString(), "putusan", "lain"))
                .hasRedirectedUrl(one.address() + "#kembar");
        assertThat(get(ani, one.address())).bodyText().doesNotContain("Belum diputuskan");
    }

    @Test
    void whoeverIsLikeNobodyIsNotPointedAt() {
        var some = new SomeFiles(house);
        assertThat(get(some.verifier(), some.certain().address())).bodyText().doesNotContain("Mungkin orang yang sama");
    }

    private MvcTestResult get(SignedIn who, String address) {
        return browser.get().uri(address).with(as(who)).exchange();
    }

    private MvcTestResult post(SignedIn who, String address, String... parameters) {
        var request = browser.post().uri(address).with(as(who)).with(csrf());
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }
}
