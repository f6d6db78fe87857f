package titian.notification;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import titian.phone.Carrier;
import titian.phone.Gateway;
import titian.phone.TextMessage;
import titian.platform.Retrying;

/**
 * Sends the letters written down, each until the post has taken it. Between the post's yes and our note of it lies a
 * moment in which a crash makes a second copy; both bear the same Message-ID.
 */
@Configuration(proxyBeanMethods = false)
class Sending {

    static final TaskDescriptor<Due> LETTER = TaskDescriptor.of("letter", Due.class);

    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final Duration WORTH_SENDING = Duration.ofDays(3);

    /** Which letter is due. */
    record Due(UUID letter) {}

    @Bean
    OneTimeTask<Due> sendLetter(Letters letters, Secretary secretary, Post post, Gateway gateway, Clock clock) {
        return Tasks.oneTime(LETTER)
                .onFailure(Retrying.soonThenEvery(LONGEST_PAUSE))
                .execute((task, _) -> {
                    var found = letters.find(task.getData().letter()).filter(letter -> !letter.sent());
                    if (found.isEmpty()) {
                        return; // sent, or its reader is forgotten
                    }
                    var row = found.get();
                    if (row.createdAt().plus(WORTH_SENDING).isBefore(clock.instant())) {
                        LOG.warn("Letter {} was given up: the post did not take it in {}", row.id(), WORTH_SENDING);
                        return;
                    }
                    secretary
                            .compose(row)
                            .filter(outgoing -> send(row, outgoing, post, gateway))
                            .ifPresent(outgoing ->
                                    letters.markSent(row.id(), outgoing.to().account(), clock.instant()));
                });
    }

    /** Whoever has no address is written to by phone; says whether it was taken. */
    private static boolean send(Letters.Row row, Letter.Outgoing outgoing, Post post, Gateway gateway) {
        if (row.carrier() == null && !outgoing.to().email().isEmpty()) {
            post.send(row.id(), outgoing);
            return true;
        }
        var carrier = row.carrier() == null ? Carrier.SMS : row.carrier();
        var words = outgoing.letter().brief(outgoing.words().text("notification.signature.brief"));
        var message = new TextMessage(row.id(), carrier, outgoing.to().phone(), words);
        return switch (gateway.send(message)) {
            case TAKEN -> true;
            case REFUSED -> false;
        };
    }
}
