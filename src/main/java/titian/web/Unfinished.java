package titian.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.cors.CorsUtils;

/**
 * A form of ours that was sent by somebody who is no longer signed in, or has signed in anew meanwhile. They get what
 * they typed back and send it once more; nothing of it is kept by us.
 */
final class Unfinished {

    static final String FIELDS = "titian.unfinished";

    /** What is not given back: what proves who one is, and our own token. */
    private static final Set<String> SECRET =
            Set.of("password", "sandi", "digits", "newDigits", "oldDigits", "kode", "answer-again");

    /** A field as it was sent. */
    record Field(String name, String value) {

        @Override
        public String toString() {
            return name;
        }
    }

    private Unfinished() {}

    /** Whether it was typed into a page of ours and can be shown again as a whole. */
    static boolean isForm(HttpServletRequest request) {
        return request.getMethod().equals(HttpMethod.POST.name())
                && Onward.wantsPage(request)
                && isFromOurPage(request)
                && isPlain(request)
                && !fields(request).isEmpty()
                && request.getParameterMap().keySet().stream().noneMatch(SECRET::contains);
    }

    /** Another site's form is never shown with a token of ours. */
    private static boolean isFromOurPage(HttpServletRequest request) {
        return request.getHeader("Origin") != null && !CorsUtils.isCorsRequest(request);
    }

    private static boolean isPlain(HttpServletRequest request) {
        return request.getContentType() != null
                && request.getContentType().startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    /** Whether it was refused only because its page is older than the session. */
    static boolean isStale(HttpServletRequest request, Exception refused) {
        return refused instanceof CsrfException && isForm(request);
    }

    static void giveBackToWhoIsSignedOut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        giveBack(request, response, "signed-out");
    }

    static void giveBackToWhoSignedInAnew(HttpServletRequest request, HttpServletResponse response) throws IOException {
        giveBack(request, response, "signed-in-anew");
    }

    private static void giveBack(HttpServletRequest request, HttpServletResponse response, String kind)
            throws IOException {
        request.setAttribute(FIELDS, fields(request));
        ErrorAnswer.send(request, response, HttpStatus.FORBIDDEN.value(), kind, null);
    }

    private static List<Field> fields(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .filter(sent -> !sent.getKey().equals("_csrf"))
                .flatMap(sent -> Stream.of(sent.getValue()).map(value -> new Field(sent.getKey(), value)))
                .toList();
    }
}
