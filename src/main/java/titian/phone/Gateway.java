package titian.phone;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import titian.platform.CannotStart;
import titian.platform.DevelopmentKeys;
import titian.platform.OutsideLine;
import titian.platform.OutsideLines;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The gateway that hands messages to the telephone companies. It knows a message by its id, so handing one in again is
 * harmless. A house without one writes letters only.
 */
@Component
public class Gateway {

    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int TOO_MANY = 429;
    private static final int TIMED_OUT = 408;

    /** What became of a message handed in. */
    public enum Outcome {
        TAKEN,
        /** It will never be taken: there is no such number, or the gateway refuses us. */
        REFUSED
    }

    private final OutsideLine line;
    private final String url;
    private final String key;

    Gateway(
            OutsideLines lines,
            @Value("${titian.gateway.url:}") String url,
            @Value("${titian.gateway.key:}") String key,
            Environment environment) {
        if (url.isBlank() != key.isBlank()) {
            throw new CannotStart(
                    "The gateway to telephones is named by half.",
                    "Set both TITIAN_GATEWAY_URL and TITIAN_GATEWAY_KEY, or neither: then codes go by e-mail only.");
        }
        DevelopmentKeys.refuse(environment, "TITIAN_GATEWAY_KEY", key);
        this.line = lines.to("the gateway to telephones");
        this.url = url;
        this.key = key;
    }

    /** Whether messages to telephones can be sent at all. */
    public boolean isThere() {
        return !url.isBlank();
    }

    /**
     * Hands a message in, outside of any transaction.
     *
     * @throws GatewayDown if it is to be handed in again later
     */
    public Outcome send(TextMessage message) {
        if (!isThere()) {
            return Outcome.REFUSED;
        }
        var answer = post(message);
        var status = answer.status();
        if (status / 100 == 2) {
            if (!isAccepted(answer.body())) {
                throw new GatewayDown("GARBLED");
            }
            return Outcome.TAKEN;
        }
        if (status >= 500 || status == TOO_MANY || status == TIMED_OUT) {
            throw new GatewayDown("status " + status);
        }
        LOG.warn("The gateway to telephones refused {} with status {}", message, status);
        return Outcome.REFUSED;
    }

    private OutsideLine.Answer post(TextMessage message) {
        try {
            var text = JSON.writeValueAsString(Map.of(
                    "id", message.id().toString(),
                    "channel", message.carrier().name().toLowerCase(Locale.ROOT),
                    "to", message.number(),
                    "text", message.words()));
            return line.post(URI.create(url), "application/json", text, Map.of("Authorization", "Bearer " + key));
        } catch (OutsideLine.Down down) {
            throw new GatewayDown(down.why().name());
        }
    }

    private static boolean isAccepted(String answer) {
        try {
            return JSON.readTree(answer).path("status").asString("").equals("accepted");
        } catch (JacksonException _) {
            return false;
        }
    }

    /** The message was not taken, and is to be handed in again. */
    public static final class GatewayDown extends RuntimeException {

        GatewayDown(String why) {
            super("the gateway to telephones did not take a message: " + why, null, false, false);
        }
    }
}
