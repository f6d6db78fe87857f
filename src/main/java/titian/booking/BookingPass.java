package titian.booking;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import titian.booking.BookingRequest.Member;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Channel;
import titian.shared.Nik;
import titian.shared.OfficeId;
import titian.shared.ServiceLane;
import titian.slot.SlotId;

/**
 * The right to book: given to somebody who has signed in and passed every check, good for a few minutes. Whoever brings
 * it needs to be asked nothing more, so booking costs no session and no look at a table.
 *
 * @param hold how long the place waits to be claimed; none if the appointment is to stand at once
 * @param kept an offer whose places are booked, if it is one
 * @param next where somebody who was booked goes on: an address of this house, as is {@code back}
 * @param back where somebody goes who was not, to choose again
 */
public record BookingPass(
        AccountId account,
        List<Member> members,
        Terms.Scope within,
        @Nullable Duration hold,
        int daysBetween,
        Duration minimumNotice,
        int groupLimit,
        @Nullable OfferId kept,
        String next,
        String back,
        Instant expires) {

    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[\\w\\-./?=&%~+:,]{0,300}");
    private static final int FORMAT = 1;

    public BookingPass {
        members = List.copyOf(members);
        if (members.isEmpty()
                || groupLimit < 1
                || groupLimit > Terms.MOST_TOGETHER
                || !LOCAL.matcher(next).matches()
                || !LOCAL.matcher(back).matches()) {
            throw new IllegalArgumentException(
                    "a pass is for somebody, by rules there are, and leads to addresses of this house");
        }
    }

    BookingRequest request(String key, SlotId slot, @Nullable SlotId second, Instant now) {
        var terms = (hold == null ? Terms.confirmed() : Terms.heldUntil(now.plus(hold)))
                .daysBetween(daysBetween)
                .minimumNotice(minimumNotice)
                .groupLimit(groupLimit)
                .within(within.office(), within.lane(), within.channel());
        return new BookingRequest(key, account, members, slot, second, kept == null ? terms : terms.fromOffer(kept));
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            write(out, account.value());
            out.writeByte(members.size());
            for (var member : members) {
                write(out, member.application().value());
                out.writeLong(Long.parseLong(member.nik().value()));
            }
            out.writeUTF(within.office().value());
            out.writeUTF(within.lane().name());
            out.writeUTF(within.channel().name());
            out.writeLong(hold == null ? -1 : hold.toSeconds());
            out.writeInt(daysBetween);
            out.writeLong(minimumNotice.toSeconds());
            out.writeByte(groupLimit);
            out.writeBoolean(kept != null);
            if (kept != null) {
                write(out, kept.value());
            }
            out.writeUTF(next);
            out.writeUTF(back);
            out.writeLong(expires.toEpochMilli());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static BookingPass of(byte[] bytes) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != FORMAT) {
                throw new IOException("a pass of another kind");
            }
            var account = new AccountId(uuid(in));
            var members = new ArrayList<Member>();
            for (int left = in.readByte(); left > 0; left--) {
                members.add(new Member(new ApplicationId(uuid(in)), new Nik("%016d".formatted(in.readLong()))));
            }
            var within = new Terms.Scope(
                    new OfficeId(in.readUTF()), ServiceLane.valueOf(in.readUTF()), Channel.valueOf(in.readUTF()));
            var hold = in.readLong();
            return new BookingPass(
                    account,
                    members,
                    within,
                    hold < 0 ? null : Duration.ofSeconds(hold),
                    in.readInt(),
                    Duration.ofSeconds(in.readLong()),
                    in.readByte(),
                    in.readBoolean() ? new OfferId(uuid(in)) : null,
                    in.readUTF(),
                    in.readUTF(),
                    Instant.ofEpochMilli(in.readLong()));
        }
    }

    private static void write(DataOutputStream out, UUID value) throws IOException {
        out.writeLong(value.getMostSignificantBits());
        out.writeLong(value.getLeastSignificantBits());
    }

    private static UUID uuid(DataInputStream in) throws IOException {
        return new UUID(in.readLong(), in.readLong());
    }

    @Override
    public String toString() {
        return "booking pass of account " + account;
    }
}
