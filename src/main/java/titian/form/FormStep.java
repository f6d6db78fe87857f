package titian.form;

/** The nine steps as M-Paspor has them: seven to fill in, one to check and send, one to pay. Some cases have fewer. */
public enum FormStep {
    NIK,
    QUESTIONNAIRE,
    DOCUMENTS,
    ADDITIONAL,
    APPLICANT,
    OFFICE,
    TIME,
    CHECK,
    PAYMENT;

    /** The key of its name among our texts. */
    public String text() {
        return "form.step." + name();
    }

    /** Where its first page is, below the application's own address; paying has a page of its own elsewhere. */
    public String path() {
        return switch (this) {
            case NIK -> Section.IDENTITY.path();
            case QUESTIONNAIRE -> Section.QUESTIONNAIRE.path();
            case DOCUMENTS -> "dokumen";
            case ADDITIONAL -> Section.FAMILY.path();
            case APPLICANT -> Section.KIND.path();
            case OFFICE -> Section.PLACE.path();
            case TIME -> Section.VISIT.path();
            case CHECK -> "periksa";
            case PAYMENT -> "bayar";
        };
    }

    /** The drawing that stands for it. */
    public String icon() {
        return switch (this) {
            case NIK -> "user";
            case QUESTIONNAIRE -> "chat";
            case DOCUMENTS -> "doc";
            case ADDITIONAL -> "users";
            case APPLICANT -> "list";
            case OFFICE -> "pin";
            case TIME -> "calendar";
            case CHECK -> "check";
            case PAYMENT -> "wallet";
        };
    }
}
