package titian.shared;

/**
 * What a person who signed in is here to do. Officers hold theirs at one office, those of a region at its regional
 * office; an applicant belongs to none.
 */
public enum Role {
    APPLICANT,
    DOOR_OFFICER,
    COUNTER_OFFICER,
    ADMINISTRATOR,
    REGIONAL_ADMINISTRATOR,
    /** Reads what was done, everywhere, and changes nothing. */
    AUDITOR;

    /** As Spring Security names it. */
    public String authority() {
        return "ROLE_" + name();
    }
}
