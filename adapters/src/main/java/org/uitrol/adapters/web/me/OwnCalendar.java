package org.uitrol.adapters.web.me;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.security.SignedLinks;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.application.communication.port.MailAddress;
import org.uitrol.application.communication.port.MailIdentity;
import org.uitrol.application.session.port.CalendarInvitation;
import org.uitrol.application.session.port.CalendarInvitation.Method;
import org.uitrol.application.session.port.CalendarWriter;
import org.uitrol.application.session.view.InvitationRow;
import org.uitrol.application.session.view.SessionRow;
import org.uitrol.application.session.view.SessionStore;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.session.CalendarFeed;
import org.uitrol.domain.session.CalendarFeedEvent;
import org.uitrol.domain.session.Place;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.StreamId;

/** A person's sessions, as the person's calendar program reads them by a link. */
@Component
class OwnCalendar {

  /** What lies further back is of no use in a calendar. */
  private static final Duration SINCE = Duration.ofDays(90);

  private final SessionStore sessions;
  private final Streams streams;
  private final SignedLinks links;
  private final CalendarWriter writer;
  private final MailIdentity organizer;
  private final Words words;

  OwnCalendar(
      SessionStore sessions,
      Streams streams,
      SignedLinks links,
      CalendarWriter writer,
      MailIdentity organizer,
      Words words) {
    this.sessions = sessions;
    this.streams = streams;
    this.links = links;
    this.writer = writer;
    this.organizer = organizer;
    this.words = words;
  }

  /** The link that is good now, if there is one. */
  Optional<URI> link(PersonId person) {
    return feed(person)
        .filter(CalendarFeed::open)
        .map(feed -> links.calendar(person, feed.number()));
  }

  /** Whether a link of that number is the one that is good now. */
  boolean isGood(PersonId person, int number) {
    return feed(person).filter(feed -> feed.isGood(number)).isPresent();
  }

  /** Seats that the person holds and sessions that the person leads, in the reader's language. */
  String text(Visit visit, Instant now) {
    Instant from = now.minus(SINCE);
    Stream<CalendarInvitation> seats =
        sessions.ofPerson(visit.person()).stream()
            .filter(row -> row.seat().holdsSeat())
            .map(InvitationRow::session)
            .filter(session -> isShown(session, from))
            .map(session -> entry(session, "", visit, now));
    Stream<CalendarInvitation> led =
        sessions.ofPresenter(visit.person()).stream()
            .filter(session -> isShown(session, from))
            .map(session -> entry(session, words.say("me.calendar.led"), visit, now));
    List<CalendarInvitation> all =
        Stream.concat(seats, led)
            .sorted(
                Comparator.comparing(CalendarInvitation::start)
                    .thenComparing(CalendarInvitation::uid))
            .toList();
    return writer.write(words.say("me.calendar.name"), all);
  }

  private static boolean isShown(SessionRow session, Instant from) {
    return session.state() != Session.State.CANCELLED
        && session.place().endsAt().toInstant().isAfter(from);
  }

  /** Stamped by the hour, so that what hasn't changed meanwhile need not be sent again. */
  private CalendarInvitation entry(
      SessionRow session, String description, Visit visit, Instant now) {
    Place place = session.place();
    String link = place.room().link();
    return new CalendarInvitation(
        CalendarInvitation.uidOf(session.session(), organizer.from()),
        session.sequence(),
        Method.REQUEST,
        words.text(session.title()),
        description,
        place.start(),
        place.zone(),
        Duration.ofMinutes(place.minutes()),
        place.room().name(),
        link == null ? null : URI.create(link),
        organizer.from(),
        new MailAddress(null, visit.data().email()),
        now.truncatedTo(ChronoUnit.HOURS),
        words.language());
  }

  private Optional<CalendarFeed> feed(PersonId person) {
    return streams.state(
        StreamId.of("feed", person), CalendarFeedEvent.class, CalendarFeed::evolve);
  }
}
