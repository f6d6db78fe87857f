package titian.outside;

/** The ports the outside world listens on, loopback only; zero takes any free one. */
public record WorldPorts(int http, int smtp) {

    public static WorldPorts anyFree() {
        return new WorldPorts(0, 0);
    }
}
