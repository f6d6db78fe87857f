package titian.notification;

import java.util.ArrayList;
import java.util.List;
import titian.account.Contact;
import titian.web.Words;

/**
 * What a letter says, before it becomes plain text and HTML. It prints without its content.
 *
 * @param facts what the reader needs at hand, one to a line
 * @param link  the one place to go next
 */
record Letter(
        String subject, String greeting, List<String> opening, List<Fact> facts, List<String> closing, Link link) {

    /** A thing to know by name. What is to be typed or shown stands out. */
    record Fact(String label, String value, boolean standsOut) {}

    /** Where to go next, and what happens there. */
    record Link(String label, String address) {}

    /** A paper that comes with the letter. */
    record Attachment(String name, String type, byte[] bytes) {}

    /** A letter with its reader. */
    record Outgoing(Contact to, Words words, Letter letter, List<Attachment> attachments) {

        Outgoing with(Attachment paper) {
            var papers = new ArrayList<>(attachments);
            papers.add(paper);
            return new Outgoing(to, words, letter, List.copyOf(papers));
        }

        @Override
        public String toString() {
            return "letter to " + to;
        }
    }

    /** The letter for readers without HTML. */
    String plain(String signature) {
        var paragraphs = new ArrayList<String>();
        paragraphs.add(greeting);
        paragraphs.addAll(opening);
        if (!facts.isEmpty()) {
            paragraphs.add(String.join(
                    "\n",
                    facts.stream()
                            .map(fact -> fact.label() + ": " + fact.value())
                            .toList()));
        }
        paragraphs.addAll(closing);
        paragraphs.add(link.label() + ":\n" + link.address());
        paragraphs.add(signature);
        return String.join("\n\n", paragraphs) + "\n";
    }

    /** The same in a message to a telephone: what it is about, what is to be typed or shown, and where. */
    String brief(String signature) {
        var lines = new ArrayList<String>();
        lines.add(subject);
        facts.stream()
                .filter(Fact::standsOut)
                .map(fact -> fact.label() + ": " + fact.value())
                .forEach(lines::add);
        lines.add(link.address());
        lines.add(signature);
        return String.join("\n", lines);
    }

    @Override
    public String toString() {
        return "a letter";
    }
}
