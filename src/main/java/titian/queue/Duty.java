package titian.queue;

import java.time.Instant;
import titian.shared.AccountId;
import titian.shared.OfficeId;

/** Who sits at a counter, by which name colleagues know them, and since when. */
public record Duty(OfficeId office, int counter, AccountId officer, String name, Instant since) {

    @Override
    public String toString() {
        return "counter " + counter + " of " + office;
    }
}
