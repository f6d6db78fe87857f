package titian.office;

/** The kinds of place that serve people. */
public enum OfficeType {
    IMMIGRATION_OFFICE,
    PASSPORT_SERVICE_UNIT,
    IMMIGRATION_WORK_UNIT,
    EXPRESS_PASSPORT_UNIT,
    PUBLIC_SERVICE_MALL,
    IMMIGRATION_LOUNGE,
    MISSION
}
