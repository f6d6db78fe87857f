package titian.bench;

/** placeholder */
final class MeasuredHouse {
    static final String NEXT = "/bench/terima";
}
