package titian.inspection;

import java.util.List;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/**
 * Listens for what the JPEG reader only warns of. It fills what is missing with grey and carries on; a grey half of an
 * identity card is no identity card. Other warnings, as of an odd header, do no harm.
 */
final class Damage implements IIOReadWarningListener {

    private static final List<String> SAYS = List.of(
            "Premature end of JPEG file", "premature end of data segment", "bad Huffman code", "Missing EOI marker");

    boolean found;

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        found |= SAYS.stream().anyMatch(warning::contains);
    }
}
