package titian.external;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import titian.entry.OtherWayIn;

/** The providers that are configured, as the page of signing in offers them. */
@Component
class ExternalWayIn implements OtherWayIn {

    private final Providers providers;

    ExternalWayIn(Providers providers) {
        this.providers = providers;
    }

    @Override
    public Map<String, String> addresses() {
        var addresses = new LinkedHashMap<String, String>();
        providers.names().forEach((provider, name) -> addresses.put(name, "/masuk/luar/" + provider));
        return addresses;
    }
}
