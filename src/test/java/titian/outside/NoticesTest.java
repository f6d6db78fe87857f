package titian.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static titian.outside.Visitor.object;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoticesTest {

    @TempDir
    Path data;

    Agency agency;
    World world;
    Visitor visitor;

    @BeforeEach
    void open() throws IOException {
        agency = new Agency();
        begin();
    }

    @AfterEach
    void close() {
        world.close();
        agency.close();
    }

    @Test
    void aPaymentIsToldOnceAndSigned() throws Exception {
        var code = visitor.newCode("T1");
        var receipt = visitor.pay(code);

        var notice = next();

        assertThat(notice.json())
                .isEqualTo(object(
                                "trx_id_KL",
                                "T1",
                                "kode_billing",
                                code,
                                "ntb",
                                receipt.path("ntb").asString(),
                                "ntpn",
                                receipt.path("ntpn").asString(),
                                "tgl_bayar",
                                receipt.path("tgl_bayar").asString(),
                                "kode_bank",
                                "999",
                                "kode_channel",
                                "7014")
                        .put("total", 350_000));
        assertThat(notice.signature()).isEqualTo(signature(notice.body()));
        assertThat(agency.hearsNothing()).isTrue();
    }

    @Test
    void aNoticeIsRepeatedUntilItIsAccepted() throws Exception {
        agency.answerWith(500);
        var code = visitor.newCode("T1");
        visitor.pay(code);
        assertThat(next().code()).isEqualTo(code);
        assertThat(next().code()).isEqualTo(code);

        agency.answerWith(204);

        await().until(() -> accepted(code));
    }

    @Test
    void aNoticeStillDueGoesOutAfterARestart() throws Exception {
        visitor.fall("pemberitahuan", "mati", 0);
        var code = visitor.newCode("T1");
        visitor.pay(code);
        world.close();

        begin();
        assertThat(agency.hearsNothing()).isTrue();
        visitor.fall("pemberitahuan", "normal", 0);

        assertThat(next().code()).isEqualTo(code);
    }

    @Test
    void aNoticeAcceptedIsNotToldAgainAfterARestart() throws Exception {
        var code = visitor.newCode("T1");
        visitor.pay(code);
        next();
        await().until(() -> accepted(code));
        world.close();

        begin();

        assertThat(agency.hearsNothing()).isTrue();
    }

    @Test
    void aDoubledNoticeComesTwiceTheSame() throws Exception {
        visitor.fall("pemberitahuan", "ganda", 0);
        visitor.pay(visitor.newCode("T1"));

        assertThat(next()).isEqualTo(next());
    }

    @Test
    void swappedNoticesComeInTheWrongOrder() throws Exception {
        visitor.fall("pemberitahuan", "tertukar", 0);
        var first = visitor.newCode("T1");
        var second = visitor.newCode("T2");
        visitor.pay(first);
        assertThat(agency.hearsNothing()).isTrue();
        visitor.pay(second);

        assertThat(next().code()).isEqualTo(second);
        assertThat(next().code()).isEqualTo(first);
    }

    @Test
    void aLateNoticeWaitsForTheOutsideClock() throws Exception {
        visitor.fall("pemberitahuan", "lambat", 3600);
        var code = visitor.newCode("T1");
        visitor.pay(code);
        assertThat(agency.hearsNothing()).isTrue();

        world.clock().moveBy(Duration.ofHours(1));

        assertThat(next().code()).isEqualTo(code);
    }

    @Test
    void aLostNoticeComesOnlyWhenAskedFor() throws Exception {
        visitor.fall("pemberitahuan", "tidak-pernah", 0);
        var code = visitor.newCode("T1");
        visitor.pay(code);
        visitor.fall("pemberitahuan", "normal", 0);
        assertThat(agency.hearsNothing()).isTrue();
        assertThat(visitor.inquire("T1", code).path("code").asString()).isEqualTo("00");

        visitor.post("/simponi/api/ulang", object("kode_billing", code));

        assertThat(next().code()).isEqualTo(code);
    }

    @Test
    void aForgedNoticeIsWronglySignedAndTheTrueOneFollows() throws Exception {
        visitor.fall("pemberitahuan", "salah", 0);
        visitor.pay(visitor.newCode("T1"));
        var forged = next();
        assertThat(forged.signature()).isNotEqualTo(signature(forged.body()));
        assertThat(forged.json().path("total").asLong()).isNotEqualTo(350_000);

        visitor.fall("pemberitahuan", "normal", 0);

        var notice = next();
        while (!notice.signature().equals(signature(notice.body()))) {
            notice = next();
        }
        assertThat(notice.json().path("total").asLong()).isEqualTo(350_000);
    }

    @Test
    void theAddressCanBeChangedWhileRunning() throws Exception {
        try (var other = new Agency()) {
            visitor.post("/simponi/api/tujuan", object("url", other.address().toString()));
            var code = visitor.newCode("T1");
            visitor.pay(code);

            assertThat(Objects.requireNonNull(other.next()).code()).isEqualTo(code);
            assertThat(agency.hearsNothing()).isTrue();
        }
    }

    private void begin() {
        world = World.start(data, WorldPorts.anyFree(), agency.address().resolve("/"), agency.address());
        visitor = new Visitor(world);
    }

    private Agency.Heard next() throws InterruptedException {
        return Objects.requireNonNull(agency.next(), "no notice came");
    }

    private boolean accepted(String code) throws IOException {
        var page = visitor.get("/simponi").body();
        return page.contains(code) && page.contains("Sudah diterima");
    }

    private static String signature(String body) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("simponi-dev".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }
}
