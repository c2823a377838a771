package org.uitrol.domain.campaign.consultation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.campaign.consultation.ConsultationCommand.AcceptCondition;
import org.uitrol.domain.campaign.consultation.ConsultationCommand.AskCouncil;
import org.uitrol.domain.campaign.consultation.ConsultationCommand.EndSuspension;
import org.uitrol.domain.campaign.consultation.ConsultationCommand.ForgoSuspension;
import org.uitrol.domain.campaign.consultation.ConsultationCommand.GiveOpinion;
import org.uitrol.domain.campaign.consultation.ConsultationCommand.SetAdviceAside;
import org.uitrol.domain.campaign.consultation.ConsultationEvent.AdviceSetAside;
import org.uitrol.domain.campaign.consultation.ConsultationEvent.ConditionMet;
import org.uitrol.domain.campaign.consultation.ConsultationEvent.ConsultationReopened;
import org.uitrol.domain.campaign.consultation.ConsultationEvent.ConsultationSettled;
import org.uitrol.domain.campaign.consultation.ConsultationEvent.CouncilAsked;
import org.uitrol.domain.campaign.consultation.ConsultationEvent.OpinionGiven;
import org.uitrol.domain.campaign.consultation.ConsultationEvent.SuspensionEnded;
import org.uitrol.domain.campaign.consultation.ConsultationRule.Needs;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.Copies;
import org.uitrol.domain.shared.Reasons;
import org.uitrol.domain.shared.Rejected;

/**
 * The consultation on one campaign: of the latest plan version that needed it, whether departments
 * may go on with it. A version that takes no measure beyond what was settled before needs no new
 * opinion (decision 0021).
 *
 * @param version that is asked about
 * @param opinion the latest; null before the first
 * @param conditions of that opinion, in the order in which they were given
 * @param met numbers of the conditions that the works council finds met, from 1
 * @param suspension how long a decision against the advice waits; null when it doesn't
 * @param heldUntil until when that decision waits; null when it doesn't or no longer does
 * @param agreed the measures of the version that was settled last
 * @param settled versions with which departments may go on
 */
public record Consultation(
    int version,
    ConsultationRule rule,
    List<Measure> measures,
    AccountId author,
    @Nullable Opinion opinion,
    List<String> conditions,
    Set<Integer> met,
    boolean setAside,
    @Nullable Suspension suspension,
    @Nullable Instant heldUntil,
    List<Measure> agreed,
    Set<Integer> settled) {

  private static final int MOST_CONDITIONS = 20;
  private static final int LONGEST_REMARK = 4_000;

  /** A version is asked about once. */
  public static List<ConsultationEvent> ask(
      @Nullable Consultation consultation, AskCouncil command) {
    if (consultation != null && consultation.version >= command.version()) {
      return List.of();
    }
    CouncilAsked asked =
        new CouncilAsked(
            command.campaign(),
            command.version(),
            command.rule(),
            command.measures(),
            command.author(),
            command.at(),
            command.suspension());
    if (consultation != null
        && !consultation.agreed.isEmpty()
        && consultation.rule.needs().compareTo(command.rule().needs()) >= 0
        && new Register(command.measures()).beyond(consultation.agreed).isEmpty()) {
      return List.of(
          asked, new ConsultationSettled(command.campaign(), command.version(), command.at()));
    }
    return List.of(asked);
  }

  /**
   * The latest opinion counts. Who wrote the plan has no say about it here.
   *
   * @throws Rejected {@code NOT_ASKED}, {@code OWN_PLAN}, {@code CONDITIONS} when there are too
   *     many, one is empty or too long, or they don't fit the opinion, or {@code REASON_MISSING}
   *     when it disagrees without saying why
   */
  public List<ConsultationEvent> give(GiveOpinion command) {
    require(command.version());
    if (command.by().equals(author)) {
      throw new Rejected("OWN_PLAN", Map.of("version", version));
    }
    boolean needed = command.opinion() == Opinion.AGREES_ON_CONDITIONS;
    if (command.conditions().isEmpty() == needed || command.conditions().size() > MOST_CONDITIONS) {
      throw new Rejected("CONDITIONS", Map.of("most", MOST_CONDITIONS));
    }
    command.conditions().forEach(Reasons::require);
    if (command.opinion() == Opinion.DISAGREES) {
      Reasons.require(command.remark());
    } else if (command.remark().length() > LONGEST_REMARK) {
      throw new Rejected("TOO_LONG", Map.of("most", LONGEST_REMARK));
    }
    OpinionGiven given =
        new OpinionGiven(
            command.campaign(),
            version,
            command.opinion(),
            command.conditions(),
            command.remark(),
            command.by(),
            command.at());
    return withResult(given, command.at());
  }

  /**
   * A second time changes nothing.
   *
   * @throws Rejected {@code NOT_ASKED} or {@code UNKNOWN_CONDITION}
   */
  public List<ConsultationEvent> accept(AcceptCondition command) {
    require(command.version());
    if (command.condition() < 1 || command.condition() > conditions.size()) {
      throw new Rejected("UNKNOWN_CONDITION", Map.of("condition", command.condition()));
    }
    if (met.contains(command.condition())) {
      return List.of();
    }
    return withResult(
        new ConditionMet(
            command.campaign(),
            version,
            command.condition(),
            command.note(),
            command.by(),
            command.at()),
        command.at());
  }

  /**
   * Only advice can be set aside, and only when it was against.
   *
   * @throws Rejected {@code NOT_ASKED}, {@code NOTHING_TO_SET_ASIDE} or {@code REASON_MISSING}
   */
  public List<ConsultationEvent> setAside(SetAdviceAside command) {
    require(command.version());
    Reasons.require(command.reason());
    if (setAside) {
      return List.of();
    }
    if (rule.needs() != Needs.ADVICE || opinion == null || isSettled()) {
      throw new Rejected("NOTHING_TO_SET_ASIDE", Map.of("version", version));
    }
    return withResult(
        new AdviceSetAside(
            command.campaign(),
            version,
            command.reason(),
            command.by(),
            command.at(),
            suspension == null ? null : suspension.until(command.at())),
        command.at());
  }

  /** A wake-up that comes too early, or for what doesn't wait any more, changes nothing. */
  public List<ConsultationEvent> endSuspension(EndSuspension command) {
    if (command.version() != version || heldUntil == null || command.at().isBefore(heldUntil)) {
      return List.of();
    }
    return withResult(
        new SuspensionEnded(command.campaign(), version, null, command.at()), command.at());
  }

  /**
   * A second time changes nothing.
   *
   * @throws Rejected {@code NOT_ASKED} or {@code NOTHING_WAITS}
   */
  public List<ConsultationEvent> forgoSuspension(ForgoSuspension command) {
    require(command.version());
    if (!setAside) {
      throw new Rejected("NOTHING_WAITS", Map.of("version", version));
    }
    if (heldUntil == null) {
      return List.of();
    }
    return withResult(
        new SuspensionEnded(command.campaign(), version, command.by(), command.at()), command.at());
  }

  /** Whether departments may go on with the version that was asked about last. */
  public boolean isSettled() {
    return settled.contains(version);
  }

  private List<ConsultationEvent> withResult(ConsultationEvent event, Instant at) {
    List<ConsultationEvent> events = new ArrayList<>(List.of(event));
    boolean good = evolve(this, event).isGood();
    if (good && !isSettled()) {
      events.add(new ConsultationSettled(event.campaign(), version, at));
    } else if (!good && isSettled()) {
      events.add(new ConsultationReopened(event.campaign(), version, at));
    }
    return events;
  }

  private boolean isGood() {
    if (opinion == null) {
      return false;
    }
    return switch (opinion) {
      case AGREES -> true;
      case AGREES_ON_CONDITIONS -> met.size() == conditions.size() || isCarriedOut();
      case DISAGREES -> isCarriedOut();
    };
  }

  /** Whether the advice was set aside and that decision needn't wait. */
  private boolean isCarriedOut() {
    return setAside && heldUntil == null;
  }

  private void require(int asked) {
    if (asked != version) {
      throw new Rejected("NOT_ASKED", Map.of("version", asked));
    }
  }

  /** The state after one event; the first one begins it. */
  public static Consultation evolve(@Nullable Consultation consultation, ConsultationEvent event) {
    if (event instanceof CouncilAsked asked) {
      return new Consultation(
          asked.version(),
          asked.rule(),
          asked.measures(),
          asked.author(),
          null,
          List.of(),
          Set.of(),
          false,
          asked.suspension(),
          null,
          consultation == null ? List.of() : consultation.agreed,
          consultation == null ? Set.of() : consultation.settled);
    }
    if (consultation == null) {
      throw new IllegalStateException("a consultation can't begin with " + event);
    }
    return consultation.evolve(event);
  }

  private Consultation evolve(ConsultationEvent event) {
    if (event instanceof OpinionGiven given) {
      return said(given.opinion(), given.conditions(), Set.of(), false, null);
    } else if (event instanceof ConditionMet one) {
      return said(opinion, conditions, Copies.with(met, one.condition()), setAside, heldUntil);
    } else if (event instanceof AdviceSetAside aside) {
      return said(opinion, conditions, met, true, aside.heldUntil());
    } else if (event instanceof SuspensionEnded) {
      return said(opinion, conditions, met, setAside, null);
    } else if (event instanceof ConsultationSettled) {
      return settled(measures, Copies.with(settled, version));
    } else if (event instanceof ConsultationReopened) {
      return settled(agreed, Copies.without(settled, version));
    }
    throw new IllegalStateException("a consultation doesn't know " + event);
  }

  private Consultation said(
      @Nullable Opinion latest,
      List<String> asked,
      Set<Integer> done,
      boolean aside,
      @Nullable Instant held) {
    return new Consultation(
        version,
        rule,
        measures,
        author,
        latest,
        asked,
        done,
        aside,
        suspension,
        held,
        agreed,
        settled);
  }

  private Consultation settled(List<Measure> nextAgreed, Set<Integer> nextSettled) {
    return new Consultation(
        version,
        rule,
        measures,
        author,
        opinion,
        conditions,
        met,
        setAside,
        suspension,
        heldUntil,
        nextAgreed,
        nextSettled);
  }
}
