package titian.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Service;
import titian.application.DraftDesk;
import titian.application.PassportApplication;
import titian.platform.KeepsPersonalData;
import titian.platform.KeepsPersonalData.HandedIn;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.web.Words;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Gathers what every module keeps about the people of an account, piece by piece, so that memory is never full of it. */
@Service
class OwnDataDesk {

    private final List<KeepsPersonalData> keepers;
    private final DraftDesk applications;
    private final JsonMapper json;
    private final Clock clock;

    OwnDataDesk(List<KeepsPersonalData> keepers, DraftDesk applications, JsonMapper json, Clock clock) {
        this.keepers = keepers;
        this.applications = applications;
        this.json = json.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();
        this.clock = clock;
    }

    /** Writes a ZIP: what is known as JSON, the files as they are kept, and a few words about both. */
    void tell(AccountId account, Words words, OutputStream out) throws IOException {
        var own = applications.of(account).stream().map(PassportApplication::id).toList();
        var zip = new ZipOutputStream(out, UTF_8);
        write(words.text("privacy.data.read-me.name"), words.text("privacy.data.read-me"), zip);
        write("data.json", json.writeValueAsString(known(account, own)), zip);
        for (var keeper : keepers) {
            for (var file : keeper.files(own)) {
                copy(file, words, zip);
            }
        }
        zip.finish();
    }

    private LinkedHashMap<String, Object> known(AccountId account, List<ApplicationId> own) {
        var known = new LinkedHashMap<String, Object>();
        known.put("told_at", clock.instant().toString());
        keepers.forEach(keeper -> known.put(keeper.subject(), keeper.about(account, own)));
        return known;
    }

    private static void write(String name, String text, ZipOutputStream zip) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(UTF_8));
        zip.closeEntry();
    }

    /** A file that cannot be read just now does not keep the others back; it says so in its place. */
    private static void copy(HandedIn file, Words words, ZipOutputStream zip) throws IOException {
        var found = file.content().open();
        if (found.isEmpty()) {
            write(file.name() + ".txt", words.text("privacy.data.unreadable"), zip);
            return;
        }
        try (var content = found.get()) {
            zip.putNextEntry(new ZipEntry(file.name()));
            content.transferTo(zip);
            zip.closeEntry();
        }
    }
}
