package titian.shelf;

import java.io.IOException;
import java.io.InputStream;
import java.util.SequencedMap;

/** Where sealed files lie for good, each under its name: whole, or not at all. */
interface Shelf {

    /** Puts them there one after the other, and returns when they will outlive this machine's next fall. */
    void put(SequencedMap<String, byte[]> files) throws IOException;

    InputStream get(String name) throws IOException;

    /** The second time nothing happens. */
    void remove(String name) throws IOException;
}
