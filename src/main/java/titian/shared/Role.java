package titian.shared;

/**
 * What a person who signed in is here to do. Officers hold theirs at one office, those of a region at its regional
 * office, those of the centre there, those of a partner at the partner; an applicant belongs to none.
 */
public enum Role {
    APPLICANT,
    DOOR_OFFICER,
    COUNTER_OFFICER,
    ADMINISTRATOR,
    REGIONAL_ADMINISTRATOR,
    /** Looks after the regional offices, and appoints those who watch over everybody else. */
    CENTRAL_ADMINISTRATOR,
    /** Reads what was done, everywhere, and changes nothing. */
    AUDITOR,
    /** Acts for people who come or call, and checks who they are before giving an account back. */
    CUSTOMER_SERVICE_OFFICER,
    /** Acts for an institution that has an agreement with an office, and gives the places that are set aside for it. */
    PARTNER_OFFICER,
    /** Answers for the money: payments that do not fit, and what is given back. */
    TREASURER,
    /** Answers what people ask about their data, and tells those a breach concerns. */
    DATA_PROTECTION_OFFICER,
    /** Checks what was handed in before its owner comes. */
    VERIFIER,
    /** Watches over a section's work, and approves what one officer alone may not. */
    SECTION_HEAD,
    /** Answers for the office, and decides what a section may not. */
    HEAD_OF_OFFICE,
    /** An officer who gave the right password and has still to show a second proof: may do that, and nothing else. */
    UNPROVEN_OFFICER;

    /** Whether those who have it act for an office. */
    public boolean isOfficers() {
        return this != APPLICANT && this != UNPROVEN_OFFICER;
    }

    /** As Spring Security names it. */
    public String authority() {
        return "ROLE_" + name();
    }
}
