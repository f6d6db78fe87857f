package titian.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static titian.outside.Visitor.json;
import static titian.outside.Visitor.object;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

class SimponiTest {

    @TempDir
    static Path data;

    static World world;
    static Visitor visitor;

    String trx;

    @BeforeAll
    static void open() {
        world = World.start(data, WorldPorts.anyFree());
        visitor = new Visitor(world);
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @BeforeEach
    void aTransactionOfItsOwn() {
        trx = UUID.randomUUID().toString();
    }

    @Test
    void aCodeIsEightTheDayAndSixDigits() {
        var today = DateTimeFormatter.BASIC_ISO_DATE.format(
                LocalDate.ofInstant(world.clock().instant(), Words.WIB));

        assertThat(visitor.newCode(trx)).matches("8" + today + "\\d{6}");
    }

    @Test
    void askingAgainGivesTheSameAnswer() {
        var order = visitor.order(trx, 350_000);

        assertThat(visitor.simponi(order)).isEqualTo(visitor.simponi(order));
    }

    @Test
    void oneTransactionHasOneAmount() {
        visitor.simponi(visitor.order(trx, 350_000));

        assertThat(code(visitor.order(trx, 650_000))).isEqualTo("ID");
    }

    @Test
    void aCodeNotPaidIsNotFound() {
        var code = visitor.newCode(trx);

        assertThat(visitor.inquire(trx, code).path("code").asString()).isEqualTo("NF");
    }

    @Test
    void aPaidCodeTellsItsReferences() throws IOException {
        var code = visitor.newCode(trx);
        var receipt = visitor.pay(code);

        var data = visitor.inquire(trx, code).path("data");

        assertThat(receipt.path("ntb").asString()).matches("\\d{12}");
        assertThat(receipt.path("ntpn").asString()).matches("[A-Z0-9]{16}");
        assertThat(data.path(1)).isEqualTo(receipt.path("ntb"));
        assertThat(data.path(2)).isEqualTo(receipt.path("ntpn"));
        assertThat(data.path(3)).isEqualTo(receipt.path("tgl_bayar"));
        assertThat(data.size()).isEqualTo(7);
    }

    @Test
    void aCodeIsPaidOnce() throws IOException {
        var code = visitor.newCode(trx);
        visitor.pay(code);

        assertThat(visitor.post("/bank/api/bayar", object("kode_billing", code)).statusCode())
                .isEqualTo(409);
        assertThat(visitor.form("/bank/bayar", "kode", code).body()).contains("Kode sudah dibayar");
    }

    @Test
    void anExpiredCodeCannotBePaid(@TempDir Path own) throws IOException {
        try (var later = World.start(own, WorldPorts.anyFree())) {
            var there = new Visitor(later);
            var code = there.newCode(trx);
            later.clock().moveBy(Duration.ofHours(2));

            assertThat(there.post("/bank/api/bayar", object("kode_billing", code))
                            .statusCode())
                    .isEqualTo(410);
            assertThat(there.get("/bank?kode=" + code).body()).contains("Kode sudah kedaluwarsa");
            assertThat(there.inquire(trx, code).path("code").asString()).isEqualTo("NF");
        }
    }

    @Test
    void aCodeAndItsPaymentSurviveARestart(@TempDir Path own) throws IOException {
        var code = "";
        var receipt = Json.read("{}");
        try (var first = World.start(own, WorldPorts.anyFree())) {
            code = new Visitor(first).newCode(trx);
            receipt = new Visitor(first).pay(code);
        }

        try (var second = World.start(own, WorldPorts.anyFree())) {
            var found = new Visitor(second).inquire(trx, code);

            assertThat(found.path("data").path(2)).isEqualTo(receipt.path("ntpn"));
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            0,  '',                  ID
            1,  somebody,            IU
            2,  wrong,               IU
            3,  31-12-2099 10:00:00, ID
            3,  2020-01-01 10:00:00, ID
            6,  65,                  IS
            9,  349999,              ID
            10, '',                  ID
            13, 123,                 ID
            """)
    void saysWhichParameterIsWrong(int position, String value, String expected) {
        var order = visitor.order(trx, 350_000);
        ((ArrayNode) order.path("data").path("header")).set(position, value);

        assertThat(code(order)).isEqualTo(expected);
    }

    @Test
    void countsTheParameters() {
        var order = visitor.order(trx, 350_000);
        ((ArrayNode) order.path("data").path("header")).remove(13);

        assertThat(code(order)).isEqualTo("30");
    }

    @Test
    void whatIsNotJsonHasTheWrongFormat() throws IOException {
        var answer = visitor.form("/simponi", "simponi_req", "{oops");

        assertThat(json(answer).path("response").path("code").asString()).isEqualTo("99");
        assertThat(code(object("method", "freecode"))).isEqualTo("99");
    }

    @Test
    void thePageLeadsFromCodeToProof() throws IOException {
        var code = visitor.newCode(trx);

        var bill = visitor.get("/bank?kode=" + code.substring(0, 9) + "+" + code.substring(9));
        var paid = visitor.form("/bank/bayar", "kode", code);
        var proof = visitor.get(paid.headers().firstValue("Location").orElseThrow());

        assertThat(bill.body()).contains("RATNA WULANDARI", "Rp350.000", "WIB");
        assertThat(paid.statusCode()).isEqualTo(303);
        assertThat(proof.body())
                .contains(visitor.inquire(trx, code).path("data").path(2).asString());
    }

    @Test
    void anUnknownCodeIsSaidToBeUnknown() throws IOException {
        assertThat(visitor.get("/bank?kode=820990101000000").body()).contains("Kode tidak dikenal");
    }

    private static String code(JsonNode asked) {
        return visitor.simponi(asked).path("code").asString();
    }
}
