package titian.external;

import java.io.Serializable;

/**
 * Who a provider says has come: under which name it knows them, and by which address. It prints neither.
 *
 * @param verified whether the provider has seen that the address is theirs
 */
record Identity(String provider, String subject, String email, boolean verified) implements Serializable {

    @Override
    public String toString() {
        return "somebody known to " + provider;
    }
}
