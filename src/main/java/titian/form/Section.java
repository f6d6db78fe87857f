package titian.form;

/** What is answered on one page and stored together. */
public enum Section {
    IDENTITY(Answer.Identity.class, "nik"),
    ERRAND(CaseAnswer.Errands.class, "layanan"),
    QUESTIONNAIRE(Answer.Questionnaire.class, "perdim"),
    OLD_PASSPORT(CaseAnswer.OldPassport.class, "paspor-lama"),
    PARENTS(CaseAnswer.Parents.class, "orang-tua"),
    PARENT_DATA(CaseAnswer.ParentData.class, "data-orang-tua"),
    GROUP(CaseAnswer.Group.class, "rombongan"),
    COLLECTOR(CaseAnswer.Collector.class, "pengambil"),
    CIRCUMSTANCES(CaseAnswer.Circumstances.class, "keadaan"),
    FAMILY(Answer.Family.class, "keluarga"),
    RELATIVES(Answer.Relatives.class, "kerabat"),
    KIND(Kind.class, "jenis"),
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

    public FormStep step() {
        return switch (this) {
            case IDENTITY -> FormStep.NIK;
            case ERRAND, QUESTIONNAIRE, OLD_PASSPORT, PARENTS, PARENT_DATA, GROUP, COLLECTOR, CIRCUMSTANCES ->
                FormStep.QUESTIONNAIRE;
            case FAMILY, RELATIVES -> FormStep.ADDITIONAL;
            case KIND, PERSON, RESIDENCE -> FormStep.APPLICANT;
            case PLACE -> FormStep.OFFICE;
            case VISIT -> FormStep.TIME;
        };
    }
}
