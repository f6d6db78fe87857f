package titian.web;

import jakarta.servlet.http.HttpServletResponse;

/** The headers every answer of the house carries: for the few answers that do not pass its usual doors. */
public final class StrictHeaders {

    static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self';"
            + " worker-src 'self'; media-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    static final String PERMISSIONS = "camera=(self), geolocation=(self), microphone=(), payment=(),"
            + " publickey-credentials-create=(self), publickey-credentials-get=(self)";

    private static final String SECURE_FOR_A_YEAR = "max-age=31536000 ; includeSubDomains";

    private StrictHeaders() {}

    public static void write(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", CONTENT_POLICY);
        response.setHeader("Permissions-Policy", PERMISSIONS);
        response.setHeader("Strict-Transport-Security", SECURE_FOR_A_YEAR);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    }
}
