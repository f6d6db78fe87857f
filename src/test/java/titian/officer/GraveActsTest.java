package titian.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import titian.Browser;
import titian.OfficersPhone;
import titian.People;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.outside.World;
import titian.shared.OfficeId;
import titian.shared.Role;
import titian.shared.SignedIn;
import titian.web.Grave;

/** What weighs heavily is done by whoever has just shown a second proof, and nothing typed is lost on the way. */
@TitianTest
class GraveActsTest {

    /** A link with what it leads to, up to what is asked there, and the word that makes a browser save it. */
    private static final Pattern SAVING_LINK = Pattern.compile("<a [^>]*?href=\"([^\"?]*)[^\"]*\"[^>]*? download[ >=]");

    static final OfficeId OFFICE = new OfficeId("kanim-jakarta-selatan");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    AccountDesk accounts;

    @Autowired
    ProofDesk desk;

    @Autowired
    InvitationDesk invitations;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    Clock clock;

    @Autowired
    World world;

    final People.Someone someone = People.officer();
    final People.Someone invited = People.officer();
    SignedIn administrator;
    OfficersPhone phone;

    @BeforeEach
    void appoint() {
        phone = new OfficersPhone(world.address());
        administrator = new SignedIn(
                accounts.appoint(
                        someone.email(), someone.name(), SignedInPeople.PASSWORD, OFFICE, Set.of(Role.ADMINISTRATOR)),
                someone.name(),
                Set.of(Role.ADMINISTRATOR),
                OFFICE);
        phone.add(someone.email(), desk.setUp(administrator.account()).secret());
        desk.confirm(administrator.account(), phone.code(someone.email()));
    }

    @Test
    void anOldProofIsAskedForAgainAndWhatWasTypedGoesOn() {
        var old = clock.instant().minus(GraveActs.FRESH).minusSeconds(1);

        assertThat(invite(old, null))
                .hasStatus(403)
                .bodyText()
                .contains("Pastikan ini Anda", "action=\"/petugas/pegawai/undang\"")
                .contains("name=\"email\" value=\"" + invited.email() + "\"")
                .contains("name=\"roles\" value=\"DOOR_OFFICER\"", "name=\"roles\" value=\"VERIFIER\"");
        assertThat(isInvited()).isFalse();

        assertThat(invite(old, "000000"))
                .hasStatus(403)
                .bodyText()
                .contains("tidak cocok", invited.email())
                .doesNotContain("name=\"kode\" value=\"000000\"");
        assertThat(isInvited()).isFalse();

        assertThat(invite(old, phone.code(someone.email()))).hasRedirectedUrl("/petugas/pegawai?kantor=" + OFFICE);
        assertThat(isInvited()).isTrue();
    }

    @Test
    void aFreshProofIsEnoughAndOneFromTheFutureIsNot() {
        assertThat(invite(clock.instant().plus(Duration.ofHours(1)), null)).hasStatus(403);
        assertThat(invite(clock.instant().minus(GraveActs.FRESH).plusSeconds(30), null))
                .hasStatus3xxRedirection();
    }

    @Test
    void nobodyElsesCodeDoes() {
        var other = People.officer();
        var account = accounts.appoint(
                other.email(), other.name(), SignedInPeople.PASSWORD, OFFICE, Set.of(Role.ADMINISTRATOR));
        phone.add(other.email(), desk.setUp(account).secret());
        desk.confirm(account, phone.code(other.email()));

        assertThat(invite(Instant.EPOCH, phone.code(other.email()))).hasStatus(403);
        assertThat(isInvited()).isFalse();
    }

    @Test
    void anotherPaperIsNoProof() {
        var browser = entered();
        world.clock().moveBy(GraveActs.FRESH.dividedBy(2));
        assertThat(browser.post("/petugas/saya/cadangan", Map.of())).hasRedirectedUrl("/petugas/bukti/cadangan");
        assertThat(browser.get("/petugas/bukti/cadangan")).hasStatusOk();
        assertThat(browser.post("/petugas/bukti/cadangan", Map.of())).hasRedirectedUrl("/petugas/saya");

        world.clock().moveBy(GraveActs.FRESH.dividedBy(2).plusMinutes(1));
        assertThat(browser.post("/petugas/saya/cadangan", Map.of()))
                .hasStatus(403)
                .bodyText()
                .contains("Pastikan ini Anda");
    }

    @Test
    void thePaperOfOneLetsNobodyElseInFromTheSameBrowser() {
        var browser = entered();
        assertThat(browser.post("/petugas/saya/cadangan", Map.of())).hasRedirectedUrl("/petugas/bukti/cadangan");
        assertThat(browser.signIn(someone.email(), SignedInPeople.PASSWORD)).hasRedirectedUrl("/petugas/bukti");

        assertThat(browser.get("/petugas/bukti/cadangan")).hasRedirectedUrl("/petugas/bukti");
        assertThat(browser.post("/petugas/bukti/cadangan", Map.of())).hasRedirectedUrl("/petugas/bukti");
        assertThat(browser.get("/petugas/pegawai")).hasRedirectedUrl("/petugas/bukti");
    }

    private Browser entered() {
        var colleague = People.officer();
        accounts.appoint(
                colleague.email(), colleague.name(), SignedInPeople.PASSWORD, OFFICE, Set.of(Role.ADMINISTRATOR));
        var browser = new Browser(mvc);
        phone.enter(browser, colleague.email(), SignedInPeople.PASSWORD);
        return browser;
    }

    @Test
    void anExportGoesOnWhereItWasAskedFor() {
        var auditor = People.officer();
        accounts.appoint(auditor.email(), auditor.name(), SignedInPeople.PASSWORD, OFFICE, Set.of(Role.AUDITOR));
        var browser = new Browser(mvc);
        phone.enter(browser, auditor.email(), SignedInPeople.PASSWORD);
        assertThat(browser.get("/petugas/audit/catatan.csv?tindakan=EXPORTED")).hasStatusOk();

        world.clock().moveBy(GraveActs.FRESH.plusMinutes(1));
        assertThat(browser.get("/petugas/audit/catatan.csv?tindakan=EXPORTED")).hasRedirectedUrl("/petugas/bukti");
        assertThat(browser.post("/petugas/bukti", Map.of("kode", phone.code(auditor.email()))))
                .hasRedirectedUrl("/petugas/audit/catatan.csv?tindakan=EXPORTED");
        assertThat(browser.get("/petugas/audit/catatan.csv?tindakan=EXPORTED")).hasStatusOk();
        assertThat(browser.get("/petugas/audit")).as("reading is not grave").hasStatusOk();
    }

    /**
     * A link that says what to save would save the page that asks for the proof, or for signing in; the file itself says
     * that it is one. Only what everybody may have is linked so.
     */
    @Test
    void noLinkSavesTheProofInPlaceOfTheFile() throws IOException {
        var grave = grave();
        var links = new ArrayList<String>();
        try (var pages = Files.walk(Path.of("src/main/jte"))) {
            for (var page : pages.filter(Files::isRegularFile).toList()) {
                SAVING_LINK.matcher(Files.readString(page)).results().forEach(link -> links.add(link.group(1)));
            }
        }

        assertThat(links).containsExactly("${proof.address()}.csv");
        var auditor = SignedInPeople.officer(accounts, OFFICE, Role.AUDITOR);
        for (var file :
                List.of("/petugas/audit/rantai.tsv", "/petugas/audit/catatan.csv", "/petugas/audit/catatan.jsonl")) {
            assertThat(grave).contains(file);
            assertThat(mvc.get().uri(file).with(as(auditor)).exchange())
                    .as(file)
                    .hasStatusOk()
                    .headers()
                    .hasHeaderSatisfying(
                            HttpHeaders.CONTENT_DISPOSITION,
                            saved -> assertThat(saved)
                                    .singleElement()
                                    .asString()
                                    .startsWith("attachment; filename=\"titian-audit."));
        }
    }

    @Test
    void theGraveActsAreTheseAtLeast() {
        assertThat(grave())
                .contains(
                        "/petugas/pegawai/undang",
                        "/petugas/pegawai/{id}/peran",
                        "/petugas/pegawai/{id}/sampai",
                        "/petugas/pegawai/{id}/bukti",
                        "/petugas/pegawai/{id}/akhiri",
                        "/petugas/audit/rantai.tsv",
                        "/petugas/audit/catatan.csv",
                        "/petugas/audit/catatan.jsonl",
                        "/petugas/kapasitas/hari",
                        "/petugas/kapasitas/pekan",
                        "/petugas/wilayah",
                        "/petugas/pelanggan/{rescue}",
                        "/petugas/bendahara/pengembalian/{id}",
                        "/petugas/bendahara/pengembalian/pesanan.csv",
                        "/petugas/data/simpan/{id}/cabut",
                        "/petugas/data/insiden/{id}/daftar");
    }

    /** What cannot be taken back is grave; a new address chooses, here, whether it is. */
    @Test
    void whateverOfficersSendIsGraveOrSaidNotToBe() {
        var grave = new TreeSet<String>();
        var light = new TreeSet<String>();
        requestMappingHandlerMapping.getHandlerMethods().forEach((asked, handler) -> {
            if (asked.getMethodsCondition().getMethods().contains(RequestMethod.POST)) {
                var side = handler.hasMethodAnnotation(Grave.class) ? grave : light;
                asked.getPatternValues().stream()
                        .filter(address -> address.startsWith("/petugas"))
                        .forEach(side::add);
            }
        });

        assertThat(grave).containsExactlyInAnyOrderElementsOf(GRAVE.lines().toList());
        assertThat(light).containsExactlyInAnyOrderElementsOf(LIGHT.lines().toList());
    }

    private static final String GRAVE = """
            /petugas/bap/{application}
            /petugas/bendahara/pengembalian/{id}
            /petugas/berkas/atasan/{application}/tolak
            /petugas/data/insiden/{id}/daftar
            /petugas/data/insiden/{id}/lapor
            /petugas/data/insiden/{id}/surat
            /petugas/data/simpan/{id}/cabut
            /petugas/kantor/mitra
            /petugas/kantor/mitra/{partner}/akhiri
            /petugas/kapasitas/gangguan
            /petugas/kapasitas/hari
            /petugas/kapasitas/pekan
            /petugas/pegawai/undang
            /petugas/pegawai/undangan/{id}/batal
            /petugas/pegawai/{id}/akhiri
            /petugas/pegawai/{id}/bukti
            /petugas/pegawai/{id}/peran
            /petugas/pegawai/{id}/sampai
            /petugas/pelanggan/{rescue}
            /petugas/saya/cadangan
            /petugas/saya/kunci
            /petugas/saya/kunci/{key}/hapus
            /petugas/saya/sesi/akhiri
            /petugas/saya/sesi/{key}/akhiri
            /petugas/wilayah
            """;

    /** Looked for, begun, put aside, proposed, noted at the counter, or what is asked of a proof itself. */
    private static final String LIGHT = """
            /petugas/audit/pola
            /petugas/bendahara/loket/cari
            /petugas/bendahara/loket/{application}
            /petugas/bendahara/loket/{application}/pengembalian
            /petugas/bendahara/pencocokan
            /petugas/bendahara/pencocokan/{file}/{line}
            /petugas/bendahara/pengembalian/baru
            /petugas/bendahara/ragu/pemberitahuan/{notice}
            /petugas/bendahara/ragu/{bill}
            /petugas/berkas/atasan/{application}/periksa
            /petugas/berkas/berikutnya
            /petugas/berkas/cari
            /petugas/berkas/{application}/ambil
            /petugas/berkas/{application}/buka-lagi
            /petugas/berkas/{application}/jeda
            /petugas/berkas/{application}/kembalikan
            /petugas/berkas/{application}/kembar
            /petugas/berkas/{application}/ketikan
            /petugas/berkas/{application}/lanjut
            /petugas/berkas/{application}/lepas
            /petugas/berkas/{application}/minta
            /petugas/berkas/{application}/putusan
            /petugas/berkas/{application}/setujui
            /petugas/berkas/{application}/usul-tolak
            /petugas/bukti
            /petugas/bukti/cadangan
            /petugas/bukti/kunci
            /petugas/bukti/kunci/pilihan
            /petugas/bukti/pasang
            /petugas/bukti/pasang/kunci
            /petugas/bukti/pasang/kunci/pilihan
            /petugas/data/insiden
            /petugas/data/perbaikan/{id}
            /petugas/data/simpan
            /petugas/kantor/pemeriksaan
            /petugas/kantor/syarat/ubah
            /petugas/kapasitas/gangguan/{id}/selesai
            /petugas/loket
            /petugas/loket/identitas
            /petugas/loket/masuk
            /petugas/loket/nik
            /petugas/loket/pulang
            /petugas/mitra/tempat
            /petugas/paspor/cari
            /petugas/paspor/{application}
            /petugas/pegawai/{id}/cuti
            /petugas/pegawai/{id}/cuti/{leave}/batal
            /petugas/pelanggan/cari
            /petugas/pelanggan/tempat
            /petugas/pelanggan/tempat/cari
            /petugas/pintu
            /petugas/pintu/hari-ini
            /petugas/pintu/tanpa-janji
            /petugas/pintu/tanpa-janji/cari
            /petugas/pintu/tiket/{ticket}/dahulukan
            /petugas/saya/cuti
            /petugas/saya/cuti/{leave}/batal
            /petugas/saya/kunci/pilihan
            /petugas/saya/sesi/sandi
            /petugas/wawancara/{application}/asli
            /petugas/wawancara/{application}/bap
            /petugas/wawancara/{application}/catatan
            """;

    private List<String> grave() {
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(one -> one.getValue().hasMethodAnnotation(Grave.class))
                .flatMap(one -> one.getKey().getPatternValues().stream())
                .toList();
    }

    private MvcTestResult invite(Instant proven, @org.jspecify.annotations.Nullable String code) {
        var request = mvc.post()
                .uri("/petugas/pegawai/undang")
                .with(as(administrator, proven))
                .with(csrf())
                .param("name", invited.name())
                .param("email", invited.email())
                .param("roles", List.of("DOOR_OFFICER", "VERIFIER").toArray(String[]::new));
        return (code == null ? request : request.param("kode", code)).exchange();
    }

    private boolean isInvited() {
        return invitations.open(OFFICE).stream().anyMatch(one -> one.email().equals(invited.email()));
    }
}
