package titian.shelf;

import java.util.List;
import org.springframework.core.env.Environment;

/** Master keys for other modules' tests. */
public final class SomeKeys {

    private SomeKeys() {}

    /** The first seals, all of them open. */
    public static MasterKeys of(Environment environment, String... keys) {
        return new MasterKeys(List.of(keys), environment);
    }
}
