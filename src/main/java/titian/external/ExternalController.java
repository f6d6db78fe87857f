package titian.external;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import titian.account.AccountRefused.Busy;
import titian.account.AccountRefused.WrongSignIn;
import titian.allowance.TooManyAttempts;
import titian.entry.EntryDesk;
import titian.entry.ProofDesk;
import titian.session.Session;
import titian.shared.AccountId;
import titian.web.Page;
import titian.web.Problems;

/** The way to a provider of identities and back, and the page on which an account is linked to it. */
@Controller
class ExternalController {

    private static final Logger LOG = LoggerFactory.getLogger(ExternalController.class);
    private static final String ASKED = "titian.external.asked";
    private static final String CAME = "titian.external.came";

    private final Providers providers;
    private final Tokens tokens;
    private final LinkDesk desk;
    private final EntryDesk entry;
    private final ProofDesk proofs;

    ExternalController(Providers providers, Tokens tokens, LinkDesk desk, EntryDesk entry, ProofDesk proofs) {
        this.providers = providers;
        this.tokens = tokens;
        this.desk = desk;
        this.entry = entry;
        this.proofs = proofs;
    }

    /** Leads to the provider; state, nonce and the secret of PKCE stay in the session. */
    @GetMapping("/masuk/luar/{provider}")
    String go(@PathVariable String provider, HttpServletRequest request, Model model, HttpServletResponse response) {
        try {
            registration(provider);
            var resolver = new DefaultOAuth2AuthorizationRequestResolver(providers, "/masuk/luar");
            resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
            var asked = Objects.requireNonNull(resolver.resolve(request, provider));
            request.getSession().setAttribute(ASKED, asked);
            return "redirect:" + asked.getAuthorizationRequestUri();
        } catch (ExternalRefused refused) {
            return failed(provider, refused, model, response);
        }
    }

    @GetMapping("/masuk/luar/{provider}/kembali")
    String comeBack(
            @PathVariable String provider,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String state,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        try {
            entry.attempt(request.getRemoteAddr());
            var identity = tokens.read(registration(provider), answered(provider, code, state, request.getSession()));
            entry.succeeded(request.getRemoteAddr());
            var holder = desk.open(identity);
            if (holder.isPresent()) {
                Session.begin(request, response, holder.get());
                return "redirect:/beranda";
            }
            desk.candidate(identity);
            request.getSession().setAttribute(CAME, identity);
            return "redirect:/masuk/luar/" + provider + "/hubungkan";
        } catch (TooManyAttempts many) {
            Session.sayTooMany(request, many);
            return "redirect:/masuk";
        } catch (ExternalRefused refused) {
            return failed(provider, refused, model, response);
        }
    }

    /** What was asked is used up, whatever was answered. */
    private static OAuth2AuthorizationExchange answered(
            String provider, @Nullable String code, @Nullable String state, HttpSession session) {
        if (!(session.getAttribute(ASKED) instanceof OAuth2AuthorizationRequest asked)
                || code == null
                || state == null) {
            throw new ExternalRefused.DoesNotFit("nobody asked, or it was refused there");
        }
        session.removeAttribute(ASKED);
        if (!provider.equals(asked.getAttribute("registration_id"))) {
            throw new ExternalRefused.DoesNotFit("another provider was asked");
        }
        var answer = OAuth2AuthorizationResponse.success(code)
                .state(state)
                .redirectUri(Objects.requireNonNull(asked.getRedirectUri()))
                .build();
        return new OAuth2AuthorizationExchange(asked, answer);
    }

    @GetMapping("/masuk/luar/{provider}/hubungkan")
    String ask(@PathVariable String provider, HttpServletRequest request, Model model) {
        if (!providers.names().containsKey(provider)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return came(provider, request)
                .map(identity -> show(identity, Problems.NONE, model))
                .orElse("redirect:/masuk");
    }

    /** The holder of the account agrees, and shows by the password that it is them. */
    @PostMapping("/masuk/luar/{provider}/hubungkan")
    String link(
            @PathVariable String provider,
            @RequestParam(required = false, defaultValue = "") String password,
            @ModelAttribute(name = "page", binding = false) Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var came = came(provider, request);
        if (came.isEmpty()) {
            return "redirect:/masuk";
        }
        try {
            var account = desk.candidate(came.get());
            var problem = prove(account, password, request, page);
            if (problem.isPresent()) {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                return show(came.get(), problem.get(), model);
            }
            var holder = desk.link(came.get(), account).orElseThrow(() -> new ExternalRefused.DoesNotFit("linked"));
            request.getSession().removeAttribute(CAME);
            Session.begin(request, response, holder);
            return "redirect:/beranda";
        } catch (ExternalRefused refused) {
            return failed(provider, refused, model, response);
        }
    }

    private Optional<Problems> prove(AccountId account, String password, HttpServletRequest request, Page page) {
        try {
            proofs.prove(account, password, request.getRemoteAddr());
            return Optional.empty();
        } catch (WrongSignIn _) {
            return Optional.of(Problems.of("password", page.text("external.password.wrong")));
        } catch (TooManyAttempts _) {
            return Optional.of(Problems.of("password", page.text("external.password.too-many")));
        } catch (Busy _) {
            return Optional.of(Problems.of("", page.text("external.busy")));
        }
    }

    private static Optional<Identity> came(String provider, HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(CAME) instanceof Identity identity
                ? Optional.of(identity).filter(one -> one.provider().equals(provider))
                : Optional.empty();
    }

    private String show(Identity identity, Problems problems, Model model) {
        model.addAttribute("name", providers.name(identity.provider()));
        model.addAttribute("provider", identity.provider());
        model.addAttribute("email", identity.email());
        model.addAttribute("problems", problems);
        return "external/hubungkan";
    }

    private String failed(String provider, ExternalRefused refused, Model model, HttpServletResponse response) {
        LOG.info("Nobody came in by {}: {}", provider, refused.getMessage());
        model.addAttribute("name", providers.name(provider));
        model.addAttribute(
                "why",
                switch (refused) {
                    case ExternalRefused.DoesNotFit _ -> "external.failed";
                    case ExternalRefused.Away _ -> "external.away";
                    case ExternalRefused.NotVerified _ -> "external.not-verified";
                    case ExternalRefused.NoAccount _ -> "external.no-account";
                });
        model.addAttribute("registering", refused instanceof ExternalRefused.NoAccount);
        response.setStatus(
                refused instanceof ExternalRefused.Away
                        ? HttpStatus.SERVICE_UNAVAILABLE.value()
                        : HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "external/gagal";
    }

    private ClientRegistration registration(String provider) {
        return providers.find(provider).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
