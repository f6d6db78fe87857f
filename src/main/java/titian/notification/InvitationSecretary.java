package titian.notification;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import titian.account.Contact;
import titian.notification.Letter.Fact;
import titian.notification.Letter.Link;
import titian.notification.Letter.Outgoing;
import titian.officer.InvitationDesk;
import titian.shared.AccountId;
import titian.web.Words;

/** Writes to those who are asked to become officers. They have no account yet: the invitation stands for it. */
@Component
class InvitationSecretary {

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    private final InvitationDesk invitations;
    private final String address;

    InvitationSecretary(InvitationDesk invitations, @Value("${titian.address}") String address) {
        this.invitations = invitations;
        this.address = address;
    }

    /** An invitation that was used or withdrawn meanwhile makes no letter. */
    Optional<Outgoing> compose(UUID id) {
        return invitations.way(id).map(way -> write(way, Words.in(Words.INDONESIAN)));
    }

    private Outgoing write(InvitationDesk.Way way, Words words) {
        var asked = way.invitation();
        var until = words.hour(asked.expiresAt(), JAKARTA) + " " + words.zone(JAKARTA) + ", "
                + words.day(LocalDate.ofInstant(asked.expiresAt(), JAKARTA));
        var letter = new Letter(
                words.text("notification.invitation.subject"),
                words.text("notification.greeting.name", asked.name()),
                List.of(words.text("notification.invitation.opening")),
                List.of(
                        new Fact(words.text("notification.invitation.place"), way.place(), true),
                        new Fact(words.text("notification.invitation.roles"), way.roles(), false),
                        new Fact(words.text("notification.invitation.until"), until, false)),
                List.of(words.text("notification.invitation.closing").split("\n")),
                new Link(words.text("notification.invitation.link"), address + way.path()));
        var to = new Contact(new AccountId(asked.id()), asked.name(), asked.email(), "", Locale.of("id"));
        return new Outgoing(to, words, letter, List.of());
    }
}
