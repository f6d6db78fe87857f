package titian.home;

import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import titian.application.ApplicationDesk;
import titian.application.ApplicationDesk.Summary;
import titian.forfeit.Forfeit;
import titian.forfeit.ForfeitDesk;
import titian.payment.PaymentDesk;
import titian.requirement.RequestedService;
import titian.shared.AccountId;
import titian.web.Words;

/** Warns on the home, beside the letter, of each moment at which somebody may lose a fee. */
@Component
@Order(1)
class FeeNews implements HomeNews {

    private static final String HOW_TO_FETCH = "/syarat/" + RequestedService.PICKUP_SELF.path();

    private final ForfeitDesk forfeits;
    private final ApplicationDesk applications;
    private final PaymentDesk payment;

    FeeNews(ForfeitDesk forfeits, ApplicationDesk applications, PaymentDesk payment) {
        this.forfeits = forfeits;
        this.applications = applications;
        this.payment = payment;
    }

    @Override
    public List<Item> of(AccountId account, Words words) {
        return forfeits.near(account).stream()
                .map(forfeit -> item(forfeit, words))
                .toList();
    }

    private Item item(Forfeit forfeit, Words words) {
        var key = "home.fee." + forfeit.moment();
        var about = applications.summary(forfeit.application());
        var lastDay = forfeit.lostAt().minusNanos(1).atZone(forfeit.zone()).toLocalDate();
        return new Item(
                "info",
                about.map(Summary::applicantName).orElse(""),
                words.text(key),
                words.text(
                        key + ".text",
                        forfeit.moment() == Forfeit.Moment.WRONG_KIND
                                ? about.flatMap(found -> kind(found, words)).orElse("")
                                : words.day(lastDay)),
                forfeit.moment() == Forfeit.Moment.PICKUP_ENDS ? HOW_TO_FETCH : "/permohonan/" + forfeit.application(),
                words.text(key + ".button"));
    }

    private Optional<String> kind(Summary about, Words words) {
        return Optional.ofNullable(about.bill())
                .map(payment::lines)
                .flatMap(lines -> lines.stream()
                        .findFirst()
                        .map(book -> words.areIndonesian() ? book.nameInIndonesian() : book.nameInEnglish()));
    }
}
