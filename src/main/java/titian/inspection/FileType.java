package titian.inspection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of file we take, told by how they begin and by nothing else. */
public enum FileType {
    JPEG("image/jpeg", "jpg", 0xFF, 0xD8, 0xFF),
    PNG("image/png", "png", 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'),
    PDF("application/pdf", "pdf", '%', 'P', 'D', 'F', '-');

    /** As many bytes as it takes to tell. */
    public static final int HEAD = 12;

    /** Where a file of the family that iPhones write names itself, and the names of its pictures. */
    private static final int BOX = 4;

    private static final List<String> PHONES_OWN =
            List.of("ftypheic", "ftypheix", "ftyphevc", "ftypheim", "ftypheis", "ftypmif1", "ftypmsf1", "ftypavif");

    private final String mediaType;
    private final String extension;
    private final byte[] beginning;

    FileType(String mediaType, String extension, int... beginning) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.beginning = new byte[beginning.length];
        for (int i = 0; i < beginning.length; i++) {
            this.beginning[i] = (byte) beginning[i];
        }
    }

    /**
     * What a file with this beginning is. A PDF may by its standard begin later, and readers forgive it; a page or a
     * script that hides one further down is not forgiven here.
     */
    public static Optional<FileType> of(byte[] head) {
        return Arrays.stream(values()).filter(type -> type.begins(head)).findFirst();
    }

    /** Why a file with this beginning is not taken. */
    public static UploadRefused refusal(byte[] head) {
        var box = head.length < HEAD ? "" : new String(head, BOX, HEAD - BOX, ISO_8859_1);
        return PHONES_OWN.contains(box) ? new UploadRefused.PhonesOwn() : new UploadRefused.WrongKind();
    }

    public static FileType of(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst()
                .orElseThrow();
    }

    private boolean begins(byte[] head) {
        return head.length >= beginning.length
                && Arrays.equals(head, 0, beginning.length, beginning, 0, beginning.length);
    }

    public String mediaType() {
        return mediaType;
    }

    public String extension() {
        return extension;
    }
}
