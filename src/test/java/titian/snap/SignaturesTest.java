package titian.snap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Our signatures, judged by other hands. The standard's own text gives formulas without values; the worked examples here
 * are those Midtrans, a payment provider under the standard, publishes for all three kinds (its demonstration of SNAP BI
 * signatures). Fresh keys are judged by the openssl command.
 */
class SignaturesTest {

    private static final String DEMONSTRATION_KEY = """
            MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAlWbtlh3eM+bW3n5AFj42wddC4L7tQqbLiCFbTv8K67yng9iwK5mEn+UMXiRh
            vB2JVWFafCPPxFamsiVG3MjneGjC0BYgmpmw4qXnAnyO3nCdCuPtmZ3ljhKvSTPdWZxrcLi1Xa9V/+Pzb8hrjb5iwMn6SZFNeMmZYgFK
            iSeueo6TPln2PoTqXCzs1HtsM8eUVe8GAsjJe/3dYl992nyXOpG21GgNu8o5T3WOptPg6GdDTWkTWUu483yRbVVy04Pz4L8DDZTDv+Wc
            sAViDn1rA/jB1Auj/UGKx2ovGcBH/a/hor5TbABbODU6cPTHT54K3sSZtvZNV4eFDB1f/4wdfwIDAQAB
            """;

    @Test
    void thePublishedRequestForATokenIsSignedByItsKey() throws GeneralSecurityException {
        var text = Signatures.tokenText("G1234325-SNAP", "2023-07-31T07:10:00+07:00");

        assertThat(Signatures.isSigned(
                        text,
                        "iv5YorKVVFOFS59l0HChDvPe+HeoE/jY5CfVgCg5i16nj5/DVnKg49ilkv8PyeU7y38apHhgO+cUrvkfUs5BhDD69yLn"
                                + "7xp8hzN9RcR0UDy5+nCrQ3GGCVSzZJvlEXN+TB0j4Q6pMsjrq4+YRoyDa4mTlsjJTU9aGjLRFBYgY4MyMQ5x"
                                + "11JyLnoFwbS8TJ5e/q4mUozrp49VyHe7OQSFnJNwvMSFrDyAIxoOK0IZQIlY29PaDIFcWoR+RJAY42H2Fryj"
                                + "JcPpNfeercbkj9jsBLV3wmEKiNoN6lgFFLk5QicDnAAQzL45s92EYeCqDNuTTJOydaJbUqEo1d/ZPVNBtQ==",
                        demonstrationKey()))
                .isTrue();
    }

    /** The body is published laid out over many lines, the signature is over what is left without them. */
    @Test
    void thePublishedRequestForACodeHasOurSignature() {
        var body = """
                {
                  "partnerReferenceNo": "2020102900000000000001",
                  "amount": {
                    "value": "12345678.00",
                    "currency": "IDR"
                  },
                  "feeAmount": {
                    "value": "12345678.00",
                    "currency": "IDR"
                  },
                  "merchantId": "00007100010926",
                  "terminalId": "213141251124",
                  "validityPeriod": "2009-07-03T12:08:56-07:00"
                }""";
        var text =
                Signatures.text("POST", "/v1.0/qr/qr-mpm-generate", "myaccesstoken", body, "2024-03-05T10:37:16.196Z");

        assertThat(Signatures.symmetric(text, "myclientsecret"))
                .isEqualTo("wmzT7yjg1SxxCsxNsFgCR9SYXiZGGbceF6fV8xe97sAMHxZ+7OEBMIBmvb6Sj6GcksGp3iv77DiomgSbcST3XQ==");
    }

    @Test
    void thePublishedNoticeIsSignedByItsKeyAndNoOtherTextIs() throws GeneralSecurityException {
        var body = "{\"originalPartnerReferenceNo\":\"GP24043015193402809\","
                + "\"originalReferenceNo\":\"A120240430081940S9vu8gSjaRID\",\"merchantId\":\"G099333790\","
                + "\"amount\":{\"value\":\"102800.00\",\"currency\":\"IDR\"},\"latestTransactionStatus\":\"00\","
                + "\"transactionStatusDesc\":\"SUCCESS\",\"additionalInfo\":{\"refundHistory\":[]}}";
        var signature =
                "RoJnP2tH/YiOhHM/lMVBMSAuzRmS8VrWdIy04Qqyb56daV7oWFMFoMMzqnjQ+q0MIUalYgU094GWQnCx2c29xb1kkqHhv2+iJ9xl"
                        + "6NjGmFGYqyvcKvUDAV83Y1Mw9JnsEcjcupdGw9/MRv/mm2GMrQ+BCZGfc4a46JDyPZbcY294vDGqs5rFBN6iYer5ro4c"
                        + "AQGo9hET2G82Y+j50vCyO/79GFE4vB1rvtu6PK2Bxi+vTYV8k7P7PS8tOPWM2O+kjiVWjwvLR99Botou+a8sxlQqZaih"
                        + "fWMKcByzV+Lgkr9cptpjys+1NIRWT1ad/sJBSLHyldzC3q2oRn5z5oZmyg==";
        var at = "2024-05-02T14:43:08+07:00";
        var key = demonstrationKey();

        assertThat(Signatures.isSigned(Signatures.text("POST", "/v1.0/debit/notify", body, at), signature, key))
                .isTrue();
        assertThat(Signatures.isSigned(
                        Signatures.text("POST", "/v1.0/debit/notify", body.replace("102800", "102801"), at),
                        signature,
                        key))
                .isFalse();
        assertThat(Signatures.isSigned(Signatures.text("POST", "/v1.0/debit/other", body, at), signature, key))
                .isFalse();
        assertThat(Signatures.isSigned(
                        Signatures.text("POST", "/v1.0/debit/notify", body, at), "no signature at all", key))
                .isFalse();
    }

    @Test
    void opensslFindsOurSignatureGoodAndItsTextUnchanged(@TempDir Path folder) throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var pair = generator.generateKeyPair();
        var text = Signatures.text("POST", "/v1.0/qr/qr-mpm-notify", "{\"a\": \"b c\"}", "2026-12-08T09:00:00+07:00");
        Files.write(folder.resolve("key"), pair.getPublic().getEncoded());
        Files.write(
                folder.resolve("signature"),
                Base64.getDecoder().decode(Signatures.asymmetric(text, pair.getPrivate())));

        Files.writeString(folder.resolve("text"), text);
        assertThat(openssl(folder)).contains("Verified OK");

        Files.writeString(folder.resolve("text"), text + " ");
        assertThat(openssl(folder)).contains("Verification failure");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ \"a\" : 1 , \"b\" : [ 1.50, true ] } | {\"a\":1,\"b\":[1.50,true]}",
                "{\"name\": \"Two  words\"} | {\"name\":\"Two  words\"}",
                "{\"quote\": \"she said \\\" : yes\" } | {\"quote\":\"she said \\\" : yes\"}",
                "{\"slash\": \"\\\\\" , \"next\": 1} | {\"slash\":\"\\\\\",\"next\":1}",
            })
    void onlyTheSpaceBetweenPartsIsDropped(String written, String small) {
        assertThat(Signatures.minified(written)).isEqualTo(small);
    }

    private static PublicKey demonstrationKey() throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA")
                .generatePublic(
                        new X509EncodedKeySpec(Base64.getDecoder().decode(DEMONSTRATION_KEY.replaceAll("\\s", ""))));
    }

    private static String openssl(Path folder) throws IOException, InterruptedException {
        var judge = new ProcessBuilder(
                        "openssl",
                        "dgst",
                        "-sha256",
                        "-keyform",
                        "DER",
                        "-verify",
                        "key",
                        "-signature",
                        "signature",
                        "text")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(judge.getInputStream().readAllBytes(), UTF_8);
        judge.waitFor();
        return said;
    }
}
