package titian.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** What people see when something is not as it should be: what happened, what was kept, what to do. */
@Controller
class ErrorPages implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    @RequestMapping("/error")
    String error(HttpServletRequest request, HttpServletResponse response, Model page) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status ? status : 404;
        var kind = switch (code) {
            case 400 -> "malformed";
            case 403 -> "forbidden";
            case 404 -> "missing";
            case 405 -> "method";
            case 413 -> "large";
            case 429 -> "busy";
            case 503 -> "unavailable";
            default -> code < 500 ? "malformed" : "broken";
        };
        page.addAttribute("kind", request.getAttribute(ErrorAnswer.KIND) instanceof String named ? named : kind);
        page.addAttribute("code", code);
        response.setStatus(code);
        if (request.getAttribute(Unfinished.FIELDS) instanceof List<?> fields) {
            page.addAttribute("address", request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
            page.addAttribute("fields", fields);
            return "web/unfinished";
        }
        page.addAttribute(
                "back",
                code == 413
                        ? request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)
                        : request.getAttribute(ErrorAnswer.BACK));
        page.addAttribute("reference", code < 500 ? "" : reference(request));
        return "web/error";
    }

    /** Never the address itself: it may hold the secret that opens something. */
    private static String reference(HttpServletRequest request) {
        var reference = RequestNumber.of(request);
        var failure = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        LOG.error("Failure {} at {}", reference, request.getAttribute(RequestNumber.ROUTE), failure);
        return reference;
    }
}
