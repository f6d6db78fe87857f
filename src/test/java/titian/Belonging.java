package titian;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import titian.shared.SignedIn;

/**
 * Something that is somebody's and has an address, for tests of who may see it. Every kind is a class of its own, beside
 * the tests of the module that keeps it, and found there by itself.
 */
public interface Belonging {

    /** What the lines of doors.txt call it. */
    String kind();

    /** A new one, made the way people make it, of somebody nobody has met before. */
    Owned make(BeanFactory house);

    /** @param ids what its address names, in that order */
    record Owned(SignedIn owner, List<String> ids) {

        public Owned(SignedIn owner, Object... ids) {
            this(owner, Stream.of(ids).map(String::valueOf).toList());
        }
    }

    static Map<String, Belonging> all() {
        return Found.ALL;
    }

    /** Looked for once: that takes a while. */
    final class Found {
        private static final Map<String, Belonging> ALL = Collections.unmodifiableMap(find());
    }

    private static Map<String, Belonging> find() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Belonging.class));
        var found = new TreeMap<String, Belonging>();
        for (var candidate : scanner.findCandidateComponents("titian")) {
            try {
                var made = (Belonging) BeanUtils.instantiateClass(
                        Class.forName(candidate.getBeanClassName()).getDeclaredConstructor());
                found.put(made.kind(), made);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(
                        candidate.getBeanClassName() + " is made without being given anything", e);
            }
        }
        return found;
    }
}
