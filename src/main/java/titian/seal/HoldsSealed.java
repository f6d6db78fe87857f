package titian.seal;

import java.util.List;
import java.util.UUID;

/** A table with sealed columns. Its rows have an order, in which they are sealed anew step by step. */
public interface HoldsSealed {

    /** The table, with its schema. */
    String table();

    /**
     * Seals some rows anew, and marks them where they are found by a mark; those that hold plain text from before
     * are sealed for the first time.
     *
     * @param after where the last step ended; ids are never nil
     * @param most  how many rows a step takes at most
     * @return the rows of this step in their order; none if there were none left
     */
    List<UUID> sealAnew(UUID after, int most);
}
