package titian.account;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.platform.Sessions;
import titian.shared.AccountId;
import titian.shared.Act;
import titian.shared.OfficeId;
import titian.shared.Role;

/**
 * Where appointments of officers are changed and ended. A place always keeps an administrator who serves on the days to
 * come: whoever takes one away first holds all of them, so that two cannot send each other home.
 */
@Service
public class PostDesk {

    /** Those who look after a place, of whom it needs one. */
    private static final Set<Role> ADMINISTRATORS =
            Set.of(Role.ADMINISTRATOR, Role.REGIONAL_ADMINISTRATOR, Role.CENTRAL_ADMINISTRATOR);

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final int LONGEST_LEAVE_DAYS = 366;
    private static final int MOST_LEAVES_TO_COME = 10;

    private final Posts posts;
    private final OfficeDesk offices;
    private final Sessions sessions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PostDesk(Posts posts, OfficeDesk offices, Sessions sessions, ApplicationEventPublisher events, Clock clock) {
        this.posts = posts;
        this.offices = offices;
        this.sessions = sessions;
        this.events = events;
        this.clock = clock;
    }

    /** What day it is where officers of this place serve. */
    public LocalDate today(OfficeId place) {
        var now = clock.instant();
        return LocalDate.ofInstant(now, offices.find(place).map(Office::zone).orElse(JAKARTA));
    }

    /** The post of an account, if it was ever appointed to one. */
    @Transactional(readOnly = true)
    public Optional<Post> find(AccountId officer) {
        return posts.find(officer);
    }

    /** The post of an account, if it is at one of these places. */
    @Transactional(readOnly = true)
    public Optional<Post> find(AccountId officer, Collection<OfficeId> within) {
        return posts.find(officer, within);
    }

    /** All who serve at a place, then those who did. */
    @Transactional(readOnly = true)
    public List<Post> at(OfficeId place) {
        return posts.at(place);
    }

    /** Whether this account may act for an office now. */
    @Transactional(readOnly = true)
    public boolean serves(AccountId officer) {
        return posts.term(officer)
                .filter(term -> term.serves(today(term.place())))
                .filter(term -> !posts.isAway(officer, today(term.place())))
                .isPresent();
    }

    /** Whether anybody has this role there, today or on leave. */
    @Transactional(readOnly = true)
    public boolean anybody(OfficeId place, Role role) {
        return posts.at(place).stream()
                .anyMatch(post -> post.roles().contains(role)
                        && post.endedAt() == null
                        && (post.lastDay() == null || !post.lastDay().isBefore(today(place))));
    }

    /**
     * @throws PostRefused.ServesElsewhere if the account has an appointment that has not ended
     */
    @Transactional(readOnly = true)
    public void refuseIfServing(AccountId officer) {
        if (posts.find(officer).filter(post -> post.endedAt() == null).isPresent()) {
            throw new PostRefused.ServesElsewhere();
        }
    }

    /**
     * Ends an appointment, and every session with it.
     *
     * @throws PostRefused.NotHere           if it is not at one of these places, or over
     * @throws PostRefused.LastAdministrator if nobody else looks after the place
     */
    @Transactional
    public void end(AccountId officer, Collection<OfficeId> within, String why) {
        var now = clock.instant();
        var post = held(officer, within);
        keepAnAdministrator(post, Set.of(), lastsBeyond(today(post.place())));
        if (!posts.end(officer, now)) {
            throw new PostRefused.NotHere();
        }
        sessions.end(officer);
        tell("OFFICER_ENDED", post, names(post.roles()), "", why);
        events.publishEvent(new ServiceEnded(officer));
    }

    /**
     * Says which day is the last of an appointment, or that none is.
     *
     * @throws PostRefused.NotHere           if it is not at one of these places, or over
     * @throws PostRefused.WrongDays         if the day is over
     * @throws PostRefused.LastAdministrator if nobody else looks after the place afterwards
     */
    @Transactional
    public void limit(AccountId officer, Collection<OfficeId> within, @Nullable LocalDate lastDay, String why) {
        var post = held(officer, within);
        if (lastDay != null) {
            if (lastDay.isBefore(today(post.place()))) {
                throw new PostRefused.WrongDays();
            }
            keepAnAdministrator(post, Set.of(), lastsBeyond(lastDay));
        }
        if (!posts.limit(officer, lastDay)) {
            throw new PostRefused.NotHere();
        }
        tell("OFFICER_LIMITED", post, day(post.lastDay()), day(lastDay), why);
    }

    /**
     * Gives an officer other roles at the same place; who is signed in signs in anew.
     *
     * @throws PostRefused.NotHere           if it is not at one of these places, or over
     * @throws PostRefused.LastAdministrator if nobody else looks after the place
     */
    @Transactional
    public void change(AccountId officer, Collection<OfficeId> within, Set<Role> roles, String why) {
        var post = held(officer, within);
        keepAnAdministrator(post, roles, lastsBeyond(today(post.place())));
        if (!posts.change(officer, roles)) {
            throw new PostRefused.NotHere();
        }
        sessions.end(officer);
        tell("OFFICER_CHANGED", post, names(post.roles()), names(roles), why);
    }

    /**
     * Writes down that an officer is away on these days.
     *
     * @throws PostRefused.NotHere           if it is not at one of these places, or over
     * @throws PostRefused.WrongDays         if they are over, overlap others, or are too many
     * @throws PostRefused.LastAdministrator if nobody else looks after the place on all of them
     */
    @Transactional
    public void leave(AccountId officer, Collection<OfficeId> within, LocalDate firstDay, LocalDate lastDay) {
        var post = held(officer, within);
        var today = today(post.place());
        var toCome = post.leaves().stream()
                .filter(leave -> !leave.lastDay().isBefore(today))
                .toList();
        if (firstDay.isBefore(today)
                || lastDay.isBefore(firstDay)
                || firstDay.plusDays(LONGEST_LEAVE_DAYS).isBefore(lastDay)
                || toCome.size() >= MOST_LEAVES_TO_COME
                || toCome.stream().anyMatch(leave -> overlap(leave, firstDay, lastDay))) {
            throw new PostRefused.WrongDays();
        }
        keepAnAdministrator(post, Set.of(), servesFrom(firstDay, lastDay));
        posts.leave(officer, UUID.randomUUID(), firstDay, lastDay);
        if (firstDay.equals(today)) {
            sessions.end(officer);
        }
        tell("OFFICER_LEAVES", post, "", day(firstDay) + " " + day(lastDay), "");
    }

    /** Takes back days away. Taking them back twice does nothing the second time. */
    @Transactional
    public void cancelLeave(AccountId officer, Collection<OfficeId> within, UUID leave) {
        var post = held(officer, within);
        if (posts.forgetLeave(officer, leave)) {
            tell("OFFICER_STAYS", post, leave.toString(), "", "");
        }
    }

    private Post held(AccountId officer, Collection<OfficeId> within) {
        return posts.find(officer, within)
                .filter(post -> post.endedAt() == null)
                .orElseThrow(PostRefused.NotHere::new);
    }

    /**
     * @param kept   the roles the officer keeps
     * @param enough whether another administrator is there when this one is not
     */
    private void keepAnAdministrator(Post post, Set<Role> kept, Predicate<Post> enough) {
        if (!looksAfterThePlace(post.roles()) || looksAfterThePlace(kept)) {
            return;
        }
        var others = posts.lock(post.place(), ADMINISTRATORS);
        if (others.stream()
                .filter(other -> !other.officer().equals(post.officer()))
                .noneMatch(enough)) {
            throw new PostRefused.LastAdministrator();
        }
    }

    private static boolean looksAfterThePlace(Set<Role> roles) {
        return roles.stream().anyMatch(ADMINISTRATORS::contains);
    }

    /** For good: appointed without an end, and back from wherever they were. */
    private static Predicate<Post> lastsBeyond(LocalDate day) {
        return other -> other.lastDay() == null
                && other.leaves().stream().allMatch(leave -> leave.lastDay().isBefore(day));
    }

    private static Predicate<Post> servesFrom(LocalDate firstDay, LocalDate lastDay) {
        return other -> (other.lastDay() == null || !other.lastDay().isBefore(lastDay))
                && other.leaves().stream().noneMatch(leave -> overlap(leave, firstDay, lastDay));
    }

    private static boolean overlap(Leave leave, LocalDate firstDay, LocalDate lastDay) {
        return !leave.lastDay().isBefore(firstDay) && !leave.firstDay().isAfter(lastDay);
    }

    private void tell(String what, Post post, String before, String after, String why) {
        events.publishEvent(new Act(what, "account", post.officer().toString(), before, after, why));
    }

    private static String names(Set<Role> roles) {
        return String.join(" ", roles.stream().map(Role::name).sorted().toList());
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
