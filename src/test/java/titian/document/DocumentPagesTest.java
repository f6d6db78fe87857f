package titian.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import titian.TitianTest;
import titian.inspection.Samples;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.OfficeId;
import titian.shared.Role;
import titian.shared.SignedIn;
import titian.shared.UploadId;
import titian.shelf.Store;

@TitianTest
class DocumentPagesTest {

    @Autowired
    DocumentDesk desk;

    @Autowired
    Store store;

    @Autowired
    MockMvcTester browser;

    private final ApplicationId application = ApplicationId.next();
    private final SignedIn owner = new SignedIn(AccountId.next(), "Ratna", Set.of(Role.APPLICANT), null);

    @Test
    void theOwnerSeesWhatIsKeptAndTheBrowserMayNotMakeMoreOfIt() throws IOException {
        var upload = store("KTP Ratna é.jpg", Samples.jpeg());
        var answer = get(upload.address(), as(owner));
        assertThat(answer).hasStatusOk().hasContentType("image/jpeg");
        assertThat(answer.getResponse().getContentAsByteArray())
                .isEqualTo(desk.open(upload).readAllBytes());
        assertThat(answer)
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Cache-Control", "no-store")
                .hasHeader(
                        "Content-Security-Policy",
                        "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'");
        assertThat(answer.getResponse().getHeader("Content-Disposition"))
                .startsWith("inline;")
                .contains("filename*=UTF-8''KTP%20Ratna%20%C3%A9.jpg");
        assertThat(answer.getResponse().getHeaders("Content-Security-Policy")).hasSize(1);
    }

    @Test
    void aPdfStaysAPdf() {
        var answer = get(store("kk.pdf", Samples.pdf(1)).address(), as(owner));
        assertThat(answer).hasStatusOk().hasContentType("application/pdf");
        assertThat(answer.getResponse().getHeader("Content-Security-Policy"))
                .as("no browser shows a PDF in a sandbox")
                .startsWith("default-src 'none';")
                .doesNotContain("sandbox");
    }

    @Test
    void aSmallPictureOfEachIsSmall() throws IOException {
        for (var upload : List.of(store("a.jpg", Samples.jpeg()), store("kk.pdf", Samples.pdf(2)))) {
            var answer = get(upload.previewAddress(), as(owner));
            assertThat(answer).hasStatusOk().hasContentType("image/jpeg").hasHeader("Cache-Control", "no-store");
            var bytes = answer.getResponse().getContentAsByteArray();
            assertThat(bytes).hasSizeLessThan(20_000);
            assertThat(Samples.picture(bytes).getWidth()).isLessThanOrEqualTo(240);
        }
    }

    @Test
    void aSmallPictureIsAsPrivateAsTheFile() {
        var upload = store("a.jpg", Samples.jpeg());
        var stranger = new SignedIn(AccountId.next(), "Orang lain", Set.of(Role.APPLICANT), null);
        assertThat(get(upload.previewAddress(), as(stranger))).hasStatus(404);
        assertThat(get("/dokumen/" + application + "/" + UploadId.next() + "/kecil", as(owner)))
                .hasStatus(404);
    }

    @Test
    void aFileThatIsGoneIsSaidInWords() {
        var upload = store("a.jpg", Samples.jpeg());
        store.remove(upload.id());
        assertThat(get(upload.address(), as(owner))).hasStatus(503);
    }

    @Test
    void aNameCannotAddAHeader() {
        var answer =
                get(store("a\r\nX-Evil: 1\r\n\r\n<script>.jpg", Samples.jpeg()).address(), as(owner));
        assertThat(answer).hasStatusOk().doesNotContainHeader("X-Evil");
    }

    @Test
    void toAnyoneElseItDoesNotExist() {
        var upload = store("a.jpg", Samples.jpeg());
        var stranger = new SignedIn(AccountId.next(), "Orang lain", Set.of(Role.APPLICANT), null);
        assertThat(get(upload.address(), as(stranger))).hasStatus(404);
        assertThat(get("/dokumen/" + ApplicationId.next() + "/" + upload.id(), as(owner)))
                .hasStatus(404);
        assertThat(get("/dokumen/" + application + "/" + UploadId.next(), as(owner)))
                .hasStatus(404);
    }

    @Test
    void anAddressThatIsNoneIsRefusedInWords() {
        assertThat(get("/dokumen/x/y", as(owner))).hasStatus(400);
        assertThat(get("/dokumen/" + application + "/..%2F..%2Fetc", as(owner))
                        .getResponse()
                        .getStatus())
                .isBetween(400, 404);
    }

    @Test
    void whoHasNotSignedInIsSentToSignInAndAnOfficerIsNotLetIn() {
        var upload = store("a.jpg", Samples.jpeg());
        assertThat(browser.get().uri(upload.address()).accept(MediaType.TEXT_HTML))
                .hasStatus3xxRedirection();
        var officer = new SignedIn(
                AccountId.next(), "Petugas", Set.of(Role.COUNTER_OFFICER), new OfficeId("kanim-jakarta-selatan"));
        assertThat(get(upload.address(), as(officer))).hasStatus(403);
    }

    private Upload store(String name, byte[] content) {
        return desk.store(application, owner.account(), DocumentKind.KTP, name, Samples.stream(content));
    }

    private MvcTestResult get(String address, RequestPostProcessor who) {
        return browser.get().uri(URI.create(address)).with(who).exchange();
    }

    private static RequestPostProcessor as(SignedIn who) {
        var roles = who.roles().stream()
                .map(role -> new SimpleGrantedAuthority(role.authority()))
                .toList();
        return authentication(new UsernamePasswordAuthenticationToken(who, null, List.copyOf(roles)));
    }
}
