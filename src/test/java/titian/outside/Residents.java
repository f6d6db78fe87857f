package titian.outside;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The register of residents: a ready few, and whoever was added. A NIK added again replaces the earlier entry. */
final class Residents implements AutoCloseable {

    private final Map<String, Resident> byNik = new LinkedHashMap<>();
    private final int ready;
    private final Journal journal;

    Residents(Path data) {
        Json.read(new String(Resources.read("penduduk.json"), StandardCharsets.UTF_8))
                .forEach(this::remember);
        ready = byNik.size();
        journal = Journal.open(data.resolve("penduduk.jsonl"), this::remember);
    }

    synchronized Optional<Resident> find(String nik) {
        return Optional.ofNullable(byNik.get(nik));
    }

    synchronized void add(Resident resident) {
        journal.write(resident.json().put("keadaan", resident.standing().name()));
        byNik.put(resident.nik(), resident);
    }

    /** Those every outside world starts with. */
    synchronized List<Resident> ready() {
        return byNik.values().stream().limit(ready).toList();
    }

    /** Those added since, the newest first. */
    synchronized List<Resident> added(int atMost) {
        var added = new ArrayList<>(byNik.values()).subList(ready, byNik.size());
        return added.reversed().stream().limit(atMost).toList();
    }

    @Override
    public void close() {
        journal.close();
    }

    private void remember(JsonNode fact) {
        var resident = Resident.of(fact);
        byNik.put(resident.nik(), resident);
    }
}
