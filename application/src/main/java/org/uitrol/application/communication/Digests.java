package org.uitrol.application.communication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.uitrol.application.communication.port.Outbox;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.campaign.Plan.Overflow;
import org.uitrol.domain.communication.Dispatch;
import org.uitrol.domain.communication.DispatchCommand.GatherDispatch;
import org.uitrol.domain.communication.DispatchCommand.RequestDispatch;
import org.uitrol.domain.communication.DispatchCommand.SuppressDispatch;
import org.uitrol.domain.communication.DispatchEvent;
import org.uitrol.domain.communication.Letter;
import org.uitrol.domain.communication.PostponeReason;
import org.uitrol.domain.communication.SuppressReason;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.Ids;
import org.uitrol.domain.shared.PersonId;

/**
 * Gathers optional mails that were more than a person gets in a week into one, where the plans of
 * their campaigns say so: at most one such digest per person in seven days. A digest is a dispatch
 * of its own, so that a crash and another attempt are treated as with any other mail (decision
 * 0009). Everything here is in the caller's transaction.
 */
@Component
public class Digests {

  private static final int MOST = 20;

  private final CommandDesk desk;
  private final Outbox outbox;
  private final Streams streams;
  private final SendingRules rules;
  private final Letters letters;
  private final LetterWriting writing;

  public Digests(
      CommandDesk desk,
      Outbox outbox,
      Streams streams,
      SendingRules rules,
      Letters letters,
      LetterWriting writing) {
    this.desk = desk;
    this.outbox = outbox;
    this.streams = streams;
    this.rules = rules;
    this.letters = letters;
    this.writing = writing;
  }

  /**
   * The digest that goes in the place of a mail; empty when that mail goes by itself.
   *
   * @param mail that may be sent now
   */
  Optional<Dispatch> gather(Dispatch mail, PersonalData data, Instant now, Actor actor) {
    PersonId person = mail.person();
    if (!overflows(mail)
        || !writing.canBeGathered(mail.letter(), person, data, now)
        || outbox.digestSince(person, now.minus(SendingRules.WEEK))) {
      return Optional.empty();
    }
    List<Dispatch> all = new ArrayList<>(List.of(mail));
    for (DispatchId id : outbox.optionalOf(person)) {
      if (all.size() < MOST && !id.equals(mail.id())) {
        streams
            .state(id, DispatchEvent.class, Dispatch::evolve)
            .filter(this::overflows)
            .filter(other -> isToSend(other, data, now, actor))
            .ifPresent(all::add);
      }
    }
    return all.size() < 2 ? Optional.empty() : Optional.of(digest(all, now, actor));
  }

  /** Records of the mails that a digest no longer says why they aren't sent; returns the others. */
  List<Dispatch> stillToSay(Dispatch digest, PersonalData data, Instant now, Actor actor) {
    List<Dispatch> said = new ArrayList<>();
    for (Dispatch one : rules.gathered(digest)) {
      Optional<SuppressReason> refusal = rules.refusal(one, data, now);
      if (refusal.isPresent()) {
        desk.send(new SuppressDispatch(one.id(), refusal.get(), now), actor);
      } else {
        said.add(one);
      }
    }
    return said;
  }

  /** Whether other mails than this one may be touched by sending it. */
  boolean concern(Dispatch dispatch) {
    return !dispatch.letter().gathered().isEmpty() || overflows(dispatch);
  }

  private boolean overflows(Dispatch dispatch) {
    Letter letter = dispatch.letter();
    return dispatch.state() == Dispatch.State.WAITING
        && dispatch.postponed() == PostponeReason.LOAD
        && !letter.mandatory()
        && letter.gathered().isEmpty()
        && letters.plan(letter.rollout()).load().overflow() == Overflow.DIGEST;
  }

  private boolean isToSend(Dispatch other, PersonalData data, Instant now, Actor actor) {
    Optional<SuppressReason> refusal = rules.refusal(other, data, now);
    if (refusal.isPresent()) {
      outbox.settle(other.id());
      desk.send(new SuppressDispatch(other.id(), refusal.get(), now), actor);
      return false;
    }
    return !rules.isPaused(other)
        && writing.canBeGathered(other.letter(), other.person(), data, now);
  }

  private Dispatch digest(List<Dispatch> mails, Instant now, Actor actor) {
    Dispatch first = mails.get(0);
    DispatchId id = new DispatchId(Ids.derived("digest", first.id()));
    Letter letter =
        Letter.digest(first.letter().rollout(), mails.stream().map(Dispatch::id).toList());
    desk.send(new RequestDispatch(id, first.person(), letter, now, now), actor);
    outbox.addDigest(id, first.person(), now);
    for (Dispatch mail : mails) {
      outbox.settle(mail.id());
      desk.send(new GatherDispatch(mail.id(), id, now), actor);
    }
    return streams.state(id, DispatchEvent.class, Dispatch::evolve).orElseThrow();
  }
}
