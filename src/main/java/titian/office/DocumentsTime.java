package titian.office;

/** When the papers are handed in: with the application, or on paper at the office. */
public enum DocumentsTime {
    UPFRONT,
    AT_OFFICE
}
