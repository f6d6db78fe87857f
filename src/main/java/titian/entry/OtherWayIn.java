package titian.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Another door to an account, which the page of signing in offers below its own. */
public interface OtherWayIn {

    /** What to press, and the address it leads to: {@code Identitas Contoh} to {@code /masuk/luar/contoh}. */
    Map<String, String> addresses();

    /** Those of all of them. */
    static Map<String, String> all(List<OtherWayIn> ways) {
        var all = new LinkedHashMap<String, String>();
        ways.forEach(way -> all.putAll(way.addresses()));
        return all;
    }
}
