package titian.registry;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import titian.platform.CannotStart;
import titian.platform.DevelopmentKeys;

/** How we are known at the registry. It prints nothing. */
@Component
class RegistryAccess {

    private final URI address;
    private final URI recordsAddress;
    private final boolean tellsRecords;
    private final String user;
    private final String password;
    private final String ip;
    private final int threshold;

    /**
     * @param ip        our address as the registry has it on file
     * @param threshold how alike two names must be, in per cent, to count as the same
     * @param records   whether our agreement with the registry lets us ask for a person's record
     */
    RegistryAccess(
            @Value("${titian.registry.url:}") String url,
            @Value("${titian.registry.user:}") String user,
            @Value("${titian.registry.password:}") String password,
            @Value("${titian.registry.ip:127.0.0.1}") String ip,
            @Value("${titian.registry.threshold:90}") int threshold,
            @Value("${titian.registry.records:false}") boolean records,
            Environment environment) {
        if (url.isBlank() || user.isBlank() || password.isBlank()) {
            throw new CannotStart(
                    "The access to the civil registry (Dukcapil) is not set.",
                    "Set TITIAN_REGISTRY_URL (up to the institution's name), TITIAN_REGISTRY_USER and"
                            + " TITIAN_REGISTRY_PASSWORD as the registry gave them to your office.");
        }
        DevelopmentKeys.refuse(environment, "TITIAN_REGISTRY_PASSWORD", password);
        var service = url.replaceAll("/+$", "");
        this.address = URI.create(service + "/CALL_VERIFY_BY_ELEMEN");
        this.recordsAddress = URI.create(service + "/CALL_NIK");
        this.tellsRecords = records;
        this.user = user;
        this.password = password;
        this.ip = ip;
        this.threshold = threshold;
    }

    URI address() {
        return address;
    }

    URI recordsAddress() {
        return recordsAddress;
    }

    boolean tellsRecords() {
        return tellsRecords;
    }

    String user() {
        return user;
    }

    String password() {
        return password;
    }

    String ip() {
        return ip;
    }

    int threshold() {
        return threshold;
    }
}
