package titian.account;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import titian.People;
import titian.SignedInPeople;

/** Forms as people send them. */
public final class Forms {

    private Forms() {}

    public static Map<String, String> registration(People.Someone someone) {
        return Map.ofEntries(
                Map.entry("once", UUID.randomUUID().toString()),
                Map.entry("name", someone.name()),
                Map.entry("nik", someone.nik().value()),
                Map.entry("birthDate.day", String.valueOf(someone.birthDate().getDayOfMonth())),
                Map.entry("birthDate.month", String.valueOf(someone.birthDate().getMonthValue())),
                Map.entry("birthDate.year", String.valueOf(someone.birthDate().getYear())),
                Map.entry("email", someone.email()),
                Map.entry("phone", "0812-3456-7890"),
                Map.entry("password", SignedInPeople.PASSWORD),
                Map.entry("consent", RegistrationForm.CONSENT));
    }

    public static Map<String, String> with(Map<String, String> form, String field, String value) {
        var changed = new HashMap<>(form);
        changed.put(field, value);
        return changed;
    }

    public static Map<String, String> without(Map<String, String> form, String field) {
        var changed = new HashMap<>(form);
        changed.remove(field);
        return changed;
    }
}
