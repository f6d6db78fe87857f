package titian.interview;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import titian.Browser;
import titian.OfficersPhone;
import titian.People;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.document.DocumentDesk;
import titian.document.DocumentKind;
import titian.document.SomeTroubles;
import titian.outside.World;
import titian.shared.Role;
import titian.slot.SomeSlots;

/** What an officer at a counter sees, over the line, while uploads cannot be read: the page stands and says so. */
@TitianTest
class StoreAwayTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    BeanFactory house;

    @Autowired
    AccountDesk accounts;

    @Autowired
    World world;

    @LocalServerPort
    int port;

    @Test
    void thePageStandsAndAPictureThatCannotBeReadIsAnsweredInWords() throws Exception {
        var one = new SomeCounters(house).served();
        var card = house.getBean(DocumentDesk.class)
                .store(one.id(), one.applicant().account(), DocumentKind.KK, "kk.pdf", new ByteArrayInputStream(pdf()));
        var session = officer();
        var page = "/petugas/wawancara/" + one.id();
        assertThat(get(page, session).body()).contains("Kartu Keluarga").doesNotContain("sedang tidak dapat dibuka");
        SomeTroubles.lost(house, card.id());
        SomeTroubles.lost(house, one.card());

        var shown = get(page, session);

        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).contains("Kartu Keluarga", "sedang tidak dapat dibuka", "Catatan");
        for (var paper : new Object[] {card.id(), one.card()}) {
            var picture = get(page + "/dokumen/" + paper, session);
            assertThat(picture.statusCode()).isEqualTo(503);
            assertThat(picture.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
            assertThat(picture.body())
                    .contains("<html lang=\"id\"", "Sementara belum bisa", "Nomor kejadian")
                    .doesNotContain("Exception", "StoreUnavailable");
        }
    }

    /** The session of an officer who has signed in with both proofs. */
    private String officer() {
        var someone = People.someone();
        accounts.appoint(
                someone.email(),
                someone.name(),
                SignedInPeople.PASSWORD,
                SomeSlots.OFFICE,
                Set.of(Role.COUNTER_OFFICER));
        var browser = new Browser(mvc);
        new OfficersPhone(world.address()).enter(browser, someone.email(), SignedInPeople.PASSWORD);
        return browser.session();
    }

    private HttpResponse<String> get(String address, String session) throws IOException, InterruptedException {
        try (var browser = HttpClient.newHttpClient()) {
            return browser.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                            .header("Cookie", "titian=" + session)
                            .header("Accept", "text/html")
                            .build(),
                    HttpResponse.BodyHandlers.ofString(UTF_8));
        }
    }

    private static byte[] pdf() {
        var file = new ByteArrayOutputStream();
        try (var pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            pdf.save(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
