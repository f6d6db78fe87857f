package titian.registry;

/** What the civil registry says when it is asked for a person's record. */
public sealed interface RecordAnswer {

    /** Who asks knows what only those near the person know: this is the record. */
    record Told(RegistryRecord what) implements RecordAnswer {}

    /** What was said of the person, the mother's name above all, is not in the record, or there is none: nothing is told. */
    record Withheld() implements RecordAnswer {}

    /** The registry did not answer, or not sensibly. */
    record Unreachable() implements RecordAnswer {}
}
