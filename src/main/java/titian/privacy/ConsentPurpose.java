package titian.privacy;

import titian.account.Registration;

/** What people are asked to agree to, and the version of its words they are shown now. */
public enum ConsentPurpose {
    /** How data are used to handle an application; without it there is no account. */
    NOTICE(false, Registration.NOTICE),
    /** Being asked, after a visit, how it was. */
    SURVEY(true, "2026-11"),
    /** Being told when places open and when the service is disturbed. */
    NEWS(true, "2026-11");

    private final boolean withdrawable;
    private final String version;

    ConsentPurpose(boolean withdrawable, String version) {
        this.withdrawable = withdrawable;
        this.version = version;
    }

    /** Whether people may take it back and keep their account. */
    public boolean isWithdrawable() {
        return withdrawable;
    }

    public String version() {
        return version;
    }
}
