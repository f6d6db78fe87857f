package titian.external;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * Takes a provider's code to the provider and looks through the signed token that comes back. Spring Security compares
 * state, issuer, audience, nonce, time and signature; only RS256 counts.
 */
@Component
class Tokens {

    private static final Duration SKEW = Duration.ofSeconds(30);

    private final OidcAuthorizationCodeAuthenticationProvider exchange;
    private final Map<String, JwtDecoder> decoders = new ConcurrentHashMap<>();
    private final Clock clock;

    Tokens(Clock clock) {
        this.clock = clock;
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(Providers.line())
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(
                        new org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler())
                .build());
        this.exchange = new OidcAuthorizationCodeAuthenticationProvider(
                client, asked -> new DefaultOidcUser(List.of(), asked.getIdToken()));
        exchange.setJwtDecoderFactory(
                provider -> decoders.computeIfAbsent(provider.getRegistrationId(), _ -> decoder(provider)));
    }

    private JwtDecoder decoder(ClientRegistration provider) {
        var times = new JwtTimestampValidator(SKEW);
        times.setClock(clock);
        var token = new OidcIdTokenValidator(provider);
        token.setClock(clock);
        token.setClockSkew(SKEW);
        var decoder = NimbusJwtDecoder.withJwkSetUri(
                        Objects.requireNonNull(provider.getProviderDetails().getJwkSetUri()))
                .restOperations(new RestTemplate(Providers.line()))
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(times, token));
        return decoder;
    }

    /**
     * Who has come, by what the provider signed.
     *
     * @throws ExternalRefused.DoesNotFit if it is not the answer to what was asked, or not the provider's
     */
    Identity read(ClientRegistration provider, OAuth2AuthorizationExchange answered) {
        try {
            var came = exchange.authenticate(new OAuth2LoginAuthenticationToken(provider, answered));
            if (came == null || !(came.getPrincipal() instanceof OidcUser user)) {
                throw new ExternalRefused.DoesNotFit("no identity");
            }
            var email = user.getEmail();
            return new Identity(
                    provider.getRegistrationId(),
                    Objects.requireNonNull(user.getSubject()),
                    email == null ? "" : email,
                    Boolean.TRUE.equals(user.getEmailVerified()));
        } catch (OAuth2AuthenticationException wrong) {
            throw new ExternalRefused.DoesNotFit(wrong.getError().getErrorCode());
        }
    }
}
