package titian.platform;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** A module that keeps something about people, and tells each of them what (UU 27/2022 art. 7). */
public interface KeepsPersonalData {

    /** What it keeps, in one word: {@code form}. */
    String subject();

    /**
     * What is kept about the people of an account. Values are text, numbers, truth values, and lists and maps of these;
     * nothing is masked, for it is told to whom it is about.
     *
     * @param applications of that account
     */
    List<Map<String, Object>> about(AccountId account, List<ApplicationId> applications);

    /** The files people handed in. */
    default List<HandedIn> files(List<ApplicationId> applications) {
        return List.of();
    }

    /** One of those files, under a name that tells nobody anything. */
    record HandedIn(String name, Content content) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** What is in a file. */
    interface Content {

        /** Nothing if it cannot be read just now. */
        Optional<InputStream> open();
    }
}
