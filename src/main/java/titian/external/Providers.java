package titian.external;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientPropertiesMapper;
import org.springframework.core.env.Environment;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;
import titian.platform.DevelopmentKeys;

/**
 * The providers of identities that are configured, by Spring's own settings. What a provider says of itself is fetched
 * when somebody first wants to go there, so that the house starts while a provider is away.
 */
@Component
class Providers implements ClientRegistrationRepository {

    static final Duration PATIENCE = Duration.ofSeconds(8);

    private final OAuth2ClientProperties properties;
    private final String address;
    private final Map<String, ClientRegistration> known = new ConcurrentHashMap<>();

    Providers(Environment environment, @Value("${titian.address}") String address) {
        this.properties =
                Binder.get(environment).bindOrCreate("spring.security.oauth2.client", OAuth2ClientProperties.class);
        this.address = address;
        properties
                .getRegistration()
                .forEach((name, registration) -> DevelopmentKeys.refuse(
                        environment,
                        "spring.security.oauth2.client.registration." + name + ".client-secret",
                        Objects.requireNonNullElse(registration.getClientSecret(), "")));
    }

    /** What each provider is called, under its name in addresses. */
    Map<String, String> names() {
        var names = new LinkedHashMap<String, String>();
        properties.getRegistration().forEach((name, registration) -> {
            var shown = registration.getClientName();
            names.put(name, shown == null ? name : shown);
        });
        return names;
    }

    String name(String provider) {
        return names().getOrDefault(provider, provider);
    }

    /**
     * How we are known at this provider; nothing if none is called that.
     *
     * @throws ExternalRefused.Away if the provider does not say where its doors are
     */
    Optional<ClientRegistration> find(String provider) {
        if (!properties.getRegistration().containsKey(provider)) {
            return Optional.empty();
        }
        return Optional.of(known.computeIfAbsent(provider, this::fetch));
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String provider) {
        return find(provider).orElse(null);
    }

    private ClientRegistration fetch(String provider) {
        var alone = new OAuth2ClientProperties();
        var registration = properties.getRegistration().get(provider);
        alone.getRegistration().put(provider, registration);
        alone.getProvider().putAll(properties.getProvider());
        try {
            var read = new OAuth2ClientPropertiesMapper(alone)
                    .asClientRegistrations()
                    .get(provider);
            return ClientRegistration.withClientRegistration(Objects.requireNonNull(read))
                    .redirectUri(address + "/masuk/luar/" + provider + "/kembali")
                    .build();
        } catch (IllegalArgumentException | IllegalStateException _) {
            throw new ExternalRefused.Away();
        }
    }

    /** For asking providers: a silent one holds nobody for long. */
    static JdkClientHttpRequestFactory line() {
        var line = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build());
        line.setReadTimeout(PATIENCE);
        return line;
    }
}
