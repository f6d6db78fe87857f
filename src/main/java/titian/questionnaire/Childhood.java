package titian.questionnaire;

/** What is special about a child's citizenship or birth. */
public enum Childhood {
    ORDINARY,
    /** Limited dual citizenship (anak berkewarganegaraan ganda). */
    DUAL_CITIZEN,
    BORN_ABROAD
}
