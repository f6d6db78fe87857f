package titian.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import titian.platform.Sessions;

/** What someone signed in on, as far as they would tell their devices apart. No more of it is kept. */
public enum Device {
    ANDROID,
    APPLE_MOBILE,
    WINDOWS,
    MAC,
    LINUX,
    OTHER;

    /** Remembers in the session on which device it began. */
    public static void note(HttpServletRequest request) {
        request.getSession()
                .setAttribute(
                        Sessions.DEVICE, of(request.getHeader("User-Agent")).name());
    }

    static Device of(@Nullable String agent) {
        if (agent == null) {
            return OTHER;
        }
        if (agent.contains("Android")) {
            return ANDROID;
        }
        if (agent.contains("iPhone") || agent.contains("iPad")) {
            return APPLE_MOBILE;
        }
        if (agent.contains("Windows")) {
            return WINDOWS;
        }
        if (agent.contains("Macintosh")) {
            return MAC;
        }
        return agent.contains("Linux") ? LINUX : OTHER;
    }

    /** The device a session remembers; one from before this was kept is just another. */
    public static Device named(String name) {
        for (var device : values()) {
            if (device.name().equals(name)) {
                return device;
            }
        }
        return OTHER;
    }
}
