package org.uitrol.application.audit.explanation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.audit.explanation.Line.Rule;
import org.uitrol.application.audit.explanation.Line.RuleKind;
import org.uitrol.domain.campaign.Plan.LoadRule;
import org.uitrol.domain.communication.AddressEvent.AddressReleased;
import org.uitrol.domain.communication.AddressEvent.AddressSuppressed;
import org.uitrol.domain.communication.DispatchEvent.DispatchGathered;
import org.uitrol.domain.communication.DispatchEvent.DispatchLeft;
import org.uitrol.domain.communication.DispatchEvent.DispatchPostponed;
import org.uitrol.domain.communication.DispatchEvent.DispatchRequested;
import org.uitrol.domain.communication.DispatchEvent.DispatchSuppressed;
import org.uitrol.domain.communication.Letter;
import org.uitrol.domain.communication.MailConsentEvent.ConsentGiven;
import org.uitrol.domain.communication.MailConsentEvent.ConsentWithdrawn;
import org.uitrol.domain.communication.PostponeReason;
import org.uitrol.domain.communication.SuppressReason;
import org.uitrol.domain.communication.Topic;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpClosed;
import org.uitrol.domain.session.SessionEvent.SessionCancelled;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.survey.ParticipationEvent.ParticipationRecorded;
import org.uitrol.domain.survey.SurveyEvent.SurveyClosed;
import org.uitrol.domain.training.LearnerEvent.LearnerWithdrawn;

/** The mails to or about one person that have to do with one activity. */
final class MailCase {

  private final PersonId person;
  private final String activity;
  private final RolloutPast past;
  private final Chapters chapters;
  private final List<Told> own;
  private final Function<String, List<Told>> streams;
  private final Map<String, List<Told>> involved;
  private final Set<String> considered;
  private final IntFunction<Optional<LoadRule>> loads;
  private final Map<DispatchId, List<Told>> mails = new LinkedHashMap<>();

  MailCase(
      PersonId person,
      String activity,
      RolloutPast past,
      Chapters chapters,
      List<Told> own,
      Function<String, List<Told>> streams,
      Map<String, List<Told>> involved,
      Set<String> considered,
      IntFunction<Optional<LoadRule>> loads) {
    this.person = person;
    this.activity = activity;
    this.past = past;
    this.chapters = chapters;
    this.own = own;
    this.streams = streams;
    this.involved = involved;
    this.considered = considered;
    this.loads = loads;
  }

  void tell() {
    for (Told told : own) {
      if (told.event() instanceof DispatchRequested requested && isMeant(requested.letter())) {
        List<Told> history = streams.apply(requested.dispatch().value());
        mails.put(requested.dispatch(), history);
        mail(requested, history);
      }
    }
    if (mails.isEmpty()) {
      chapters.missing(Question.MAIL, new Reason.NoMail(person), null);
    }
  }

  /** What is known of a mail that was asked for. */
  Optional<List<Told>> find(DispatchId mail) {
    return Optional.ofNullable(mails.get(mail));
  }

  /** Whether a mail still waited at that moment. */
  static boolean isWaiting(List<Told> mail, Instant at) {
    boolean waits = false;
    for (Told told : mail) {
      if (told.event().at().isAfter(at)) {
        break;
      }
      waits =
          told.event() instanceof DispatchRequested || told.event() instanceof DispatchPostponed;
    }
    return waits;
  }

  private boolean isMeant(Letter letter) {
    if (!letter.rollout().equals(past.now().id())) {
      return false;
    }
    SortedMap<String, String> details = letter.details();
    String about = details.get("activity");
    return (about != null && PersonCase.isMeant(activity, about))
        || involved.containsKey(letter.topic().id())
        || considered.contains(
            Involved.key(details.getOrDefault("reaction", ""), details.getOrDefault("cause", "")));
  }

  private void mail(DispatchRequested requested, List<Told> history) {
    boolean settled = false;
    for (Told told : history) {
      if (told.event() instanceof DispatchRequested) {
        chapters.tell(
            Question.MAIL,
            told,
            requested.letter().mandatory() ? new Reason.MandatoryMail() : new Reason.OptionalMail(),
            null);
      } else if (told.event() instanceof DispatchSuppressed suppressed) {
        settled = true;
        backing(requested, suppressed);
        chapters.tell(Question.MAIL, told, why(requested, suppressed, told), null);
      } else if (told.event() instanceof DispatchPostponed postponed) {
        settled = false;
        postponed(told, postponed);
      } else {
        settled = settled || !(told.event() instanceof DispatchGathered);
        chapters.tell(Question.MAIL, told);
      }
    }
    if (!settled && history.stream().noneMatch(told -> told.event() instanceof DispatchLeft)) {
      chapters.missing(Question.MAIL, new Reason.MailWaits(waitsUntil(requested, history)), null);
    }
  }

  private static Instant waitsUntil(DispatchRequested requested, List<Told> history) {
    Instant until = requested.notBefore();
    for (Told told : history) {
      if (told.event() instanceof DispatchPostponed postponed) {
        until = postponed.until();
      }
    }
    return until;
  }

  private void postponed(Told told, DispatchPostponed postponed) {
    int version = Objects.requireNonNullElse(past.versionAt(told.row().position()), 0);
    LoadRule load = limits(postponed.reason()) ? loads.apply(version).orElse(null) : null;
    Integer rest = load == null ? null : load.surveyRest();
    if (load != null && postponed.reason() == PostponeReason.LOAD) {
      chapters.tell(
          Question.MAIL,
          told,
          new Reason.LoadReached(load.mailsPerPersonPerWeek(), version),
          new Rule(RuleKind.LOAD, "mailsPerPersonPerWeek"));
    } else if (rest != null) {
      chapters.tell(
          Question.MAIL,
          told,
          new Reason.Resting(rest, version),
          new Rule(RuleKind.LOAD, "surveyRest"));
    } else {
      chapters.tell(Question.MAIL, told);
    }
  }

  private static boolean limits(PostponeReason reason) {
    return reason == PostponeReason.LOAD || reason == PostponeReason.REST;
  }

  /** Tells of the event by which a mail wasn't sent: an opt-out, an address that returns mail. */
  private void backing(DispatchRequested requested, DispatchSuppressed suppressed) {
    Told backing =
        switch (suppressed.reason()) {
          case OPTED_OUT ->
              latest(
                  requested.person(),
                  suppressed.at(),
                  told ->
                      told.event() instanceof ConsentWithdrawn
                          || told.event() instanceof ConsentGiven);
          case ADDRESS_RETURNS ->
              latest(
                  requested.person(),
                  suppressed.at(),
                  told ->
                      told.event() instanceof AddressSuppressed
                          || told.event() instanceof AddressReleased);
          case NO_ADDRESS, TOO_LATE, NO_LONGER_TRUE, CAMPAIGN_CANCELLED, DISCARDED -> null;
        };
    if (backing != null) {
      chapters.tell(Question.MAIL, backing);
    }
  }

  private Reason why(DispatchRequested requested, DispatchSuppressed suppressed, Told told) {
    Instant at = suppressed.at();
    Told backing = null;
    if (suppressed.reason() == SuppressReason.OPTED_OUT) {
      backing = latest(requested.person(), at, one -> one.event() instanceof ConsentWithdrawn);
    } else if (suppressed.reason() == SuppressReason.ADDRESS_RETURNS) {
      backing = latest(requested.person(), at, one -> one.event() instanceof AddressSuppressed);
    }
    if (backing != null && backing.event() instanceof AddressSuppressed address) {
      return new Reason.AddressSuppressed(requested.person(), address.why(), address.at());
    } else if (backing != null) {
      return new Reason.OptedOut(requested.person(), backing.event().at());
    } else if (suppressed.reason() == SuppressReason.NO_LONGER_TRUE) {
      return noLongerTrue(requested.letter().topic(), told);
    }
    return new Reason.Suppressed(suppressed.reason());
  }

  /** The latest such event about that person up to a moment; null when there is none. */
  private @Nullable Told latest(PersonId whom, Instant until, Predicate<Told> wanted) {
    Told latest = null;
    for (Told told : own) {
      if (whom.equals(person) && wanted.test(told) && !told.event().at().isAfter(until)) {
        latest = told;
      }
    }
    return latest;
  }

  /** What made it untrue, as far as that is recorded. */
  private Reason noLongerTrue(Topic topic, Told told) {
    List<Told> history = involved.getOrDefault(topic.id(), List.of());
    for (Told one : history) {
      if (one.event().at().isAfter(told.event().at())) {
        continue;
      }
      if (one.event() instanceof ParticipationRecorded) {
        return new Reason.HadAnswered(person, one.event().at());
      } else if (one.event() instanceof SurveyClosed
          || one.event() instanceof SessionCancelled
          || one.event() instanceof FollowUpClosed
          || one.event() instanceof LearnerWithdrawn) {
        return new Reason.Ended(topic.kind(), one.event().at());
      }
    }
    Instant finished = Involved.finished(history, told.event().at());
    return finished == null
        ? new Reason.Suppressed(SuppressReason.NO_LONGER_TRUE)
        : new Reason.HadFinished(person, finished);
  }
}
