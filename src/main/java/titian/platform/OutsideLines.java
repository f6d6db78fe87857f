package titian.platform;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where a module gets its {@link OutsideLine}, all of them with the same patience. */
@Component
public class OutsideLines {

    private final Duration connect;
    private final Duration answer;
    private final Duration rest;

    OutsideLines(
            @Value("${titian.outside.connect:3s}") Duration connect,
            @Value("${titian.outside.answer:8s}") Duration answer,
            @Value("${titian.outside.rest:20s}") Duration rest) {
        this.connect = connect;
        this.answer = answer;
        this.rest = rest;
    }

    /** A line to the system of this name, which is for the log. */
    public OutsideLine to(String name) {
        return new OutsideLine(name, connect, answer, rest);
    }
}
