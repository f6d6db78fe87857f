package titian.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Answers a request by the page that says what went wrong, for those who answer without a controller. */
public final class ErrorAnswer {

    static final String KIND = "titian.error.kind";
    static final String BACK = "titian.error.back";

    private ErrorAnswer() {}

    /**
     * @param kind of the texts {@code web.error.<kind>}
     * @param back where the way on leads, if not home
     */
    public static void send(
            HttpServletRequest request, HttpServletResponse response, int status, String kind, @Nullable String back)
            throws IOException {
        request.setAttribute(KIND, kind);
        request.setAttribute(BACK, back);
        response.sendError(status);
    }
}
