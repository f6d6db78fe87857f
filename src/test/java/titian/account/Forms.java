package titian.account;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import titian.People;
import titian.SignedInPeople;

/** Forms as people send them. */
final class Forms {

    private Forms() {}

    static Map<String, String> registration(People.Someone someone) {
        return Map.of(
                "once",
                UUID.randomUUID().toString(),
                "name",
                someone.name(),
                "email",
                someone.email(),
                "phone",
                "0812-3456-7890",
                "password",
                SignedInPeople.PASSWORD,
                "consent",
                RegistrationForm.CONSENT);
    }

    static Map<String, String> with(Map<String, String> form, String field, String value) {
        var changed = new HashMap<>(form);
        changed.put(field, value);
        return changed;
    }

    static Map<String, String> without(Map<String, String> form, String field) {
        var changed = new HashMap<>(form);
        changed.remove(field);
        return changed;
    }
}
