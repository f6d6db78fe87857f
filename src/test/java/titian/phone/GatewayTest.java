package titian.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.support.TransactionOperations;
import titian.Neighbours;
import titian.Telephones;
import titian.TitianTest;
import titian.outside.World;
import titian.phone.Gateway.GatewayDown;
import titian.phone.Gateway.Outcome;
import titian.platform.CannotStart;
import titian.platform.OutsideLines;

/** Messages to telephones over real sockets, and every way in which the gateway can fail. */
@TitianTest
@ExtendWith(OutputCaptureExtension.class)
class GatewayTest {

    @Autowired
    OutsideLines lines;

    @Autowired
    World world;

    @Autowired
    Environment environment;

    @Autowired
    TransactionOperations transactions;

    @Value("${titian.gateway.url}")
    String url;

    final String number = Telephones.someNumber();

    @AfterEach
    void recover() {
        new Neighbours(world).fall("ponsel", "normal");
    }

    @Test
    void aMessageArrivesByTheCarrierChosenOnceHoweverOftenItIsHandedIn() {
        var message = new TextMessage(UUID.randomUUID(), Carrier.WHATSAPP, number, "Kode: 123456");

        assertThat(gateway().send(message)).isEqualTo(Outcome.TAKEN);
        assertThat(gateway().send(message)).isEqualTo(Outcome.TAKEN);

        assertThat(new Telephones(world).of(number))
                .singleElement()
                .satisfies(arrived -> assertThat(arrived.channel()).isEqualTo("whatsapp"))
                .satisfies(arrived -> assertThat(arrived.text()).isEqualTo("Kode: 123456"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mati", "putus", "salah", "galat"})
    void whateverAilsTheGatewayTheMessageIsForLaterAndArrivesOnce(String illness) {
        var neighbours = new Neighbours(world);
        var message = new TextMessage(UUID.randomUUID(), Carrier.SMS, number, "Kode: 123456");
        neighbours.fall("ponsel", illness);
        assertThatExceptionOfType(GatewayDown.class)
                .isThrownBy(() -> gateway().send(message))
                .withMessageNotContaining(number);

        neighbours.recover();

        assertThat(gateway().send(message)).isEqualTo(Outcome.TAKEN);
        assertThat(new Telephones(world).of(number)).hasSize(1);
    }

    @Test
    void aGatewayThatKeepsSilentHoldsNobodyForLong() {
        new Neighbours(world).fall("ponsel", "lambat", Duration.ofSeconds(30));
        var began = System.nanoTime();

        assertThatExceptionOfType(GatewayDown.class).isThrownBy(() -> gateway().send(some()));

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void aGatewayThatKeepsFailingIsLeftAlone() {
        new Neighbours(world).fall("ponsel", "mati");
        var gateway = gateway();
        for (int i = 0; i < 5; i++) {
            assertThatExceptionOfType(GatewayDown.class).isThrownBy(() -> gateway.send(some()));
        }

        assertThatExceptionOfType(GatewayDown.class)
                .isThrownBy(() -> gateway.send(some()))
                .withMessageContaining("RESTING");
    }

    @Test
    void whatWillNeverArriveIsSaidSoAndNoLogNamesTheNumber(CapturedOutput log) {
        assertThat(gateway().send(new TextMessage(UUID.randomUUID(), Carrier.SMS, number, " ")))
                .isEqualTo(Outcome.REFUSED);
        assertThat(new Gateway(lines, url, "not the key", environment).send(some()))
                .isEqualTo(Outcome.REFUSED);

        assertThat(log).contains("refused message", "422", "401").doesNotContain(number, number.substring(3));
    }

    @Test
    void noMessageIsSentInsideATransaction() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(
                        () -> transactions.executeWithoutResult(_ -> gateway().send(some())));
    }

    @Test
    void aHouseWithoutAGatewaySendsNothingAndAHalfNamedOneDoesNotStart() {
        var none = new Gateway(lines, "", "", environment);
        assertThat(none.isThere()).isFalse();
        assertThat(none.send(some())).isEqualTo(Outcome.REFUSED);
        assertThatExceptionOfType(CannotStart.class).isThrownBy(() -> new Gateway(lines, url, "", environment));
        assertThatExceptionOfType(CannotStart.class)
                .as("the key of development")
                .isThrownBy(() -> new Gateway(lines, url, "ponsel-dev", new MockEnvironment()));
    }

    /** With a line of its own: what one test breaks, another need not wait for. */
    private Gateway gateway() {
        return new Gateway(lines, url, "ponsel-dev", environment);
    }

    private TextMessage some() {
        return new TextMessage(UUID.randomUUID(), Carrier.SMS, number, "Kode: 123456");
    }
}
