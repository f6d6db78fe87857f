package titian.form;

/** What is answered on one page and stored together. */
public enum Section {
    IDENTITY(Answer.Identity.class, "nik"),
    QUESTIONNAIRE(Answer.Questionnaire.class, "perdim"),
    FAMILY(Answer.Family.class, "keluarga"),
    RELATIVES(Answer.Relatives.class, "kerabat"),
    KIND(Answer.Kind.class, "jenis"),
    PERSON(Answer.PersonalData.class, "data-diri"),
    RESIDENCE(Answer.Residence.class, "alamat"),
    PLACE(Answer.Place.class, "kantor"),
    VISIT(Answer.Visit.class, "jadwal");

    private final Class<? extends Answer> type;
    private final String path;

    Section(Class<? extends Answer> type, String path) {
        this.type = type;
        this.path = path;
    }

    Class<? extends Answer> type() {
        return type;
    }

    /** The last part of its page's address. */
    public String path() {
        return path;
    }

    FormStep step() {
        return switch (this) {
            case IDENTITY -> FormStep.NIK;
            case QUESTIONNAIRE -> FormStep.QUESTIONNAIRE;
            case FAMILY, RELATIVES -> FormStep.ADDITIONAL;
            case KIND, PERSON, RESIDENCE -> FormStep.APPLICANT;
            case PLACE -> FormStep.OFFICE;
            case VISIT -> FormStep.TIME;
        };
    }

    /** The page that follows. */
    String nextPath() {
        return switch (this) {
            case IDENTITY -> QUESTIONNAIRE.path;
            case QUESTIONNAIRE -> FormStep.DOCUMENTS.path();
            case FAMILY -> RELATIVES.path;
            case RELATIVES -> KIND.path;
            case KIND -> PERSON.path;
            case PERSON -> RESIDENCE.path;
            case RESIDENCE -> PLACE.path;
            case PLACE -> VISIT.path;
            case VISIT -> FormStep.CHECK.path();
        };
    }

    /** The page before, or nothing for the first. */
    String previousPath() {
        return switch (this) {
            case IDENTITY -> "";
            case QUESTIONNAIRE -> IDENTITY.path;
            case FAMILY -> FormStep.DOCUMENTS.path();
            case RELATIVES -> FAMILY.path;
            case KIND -> RELATIVES.path;
            case PERSON -> KIND.path;
            case RESIDENCE -> PERSON.path;
            case PLACE -> RESIDENCE.path;
            case VISIT -> PLACE.path;
        };
    }
}
