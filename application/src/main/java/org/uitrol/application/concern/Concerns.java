package org.uitrol.application.concern;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.campaign.Plans;
import org.uitrol.application.concern.port.ConcernTexts;
import org.uitrol.application.concern.port.ConcernTexts.Part;
import org.uitrol.application.directory.port.Memberships;
import org.uitrol.application.directory.port.OneTransaction;
import org.uitrol.application.rollout.port.RolloutIndex;
import org.uitrol.application.rollout.port.RolloutIndex.Entry;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.Circumstances;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.IdSource;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.campaign.CampaignEvent;
import org.uitrol.domain.campaign.CampaignEvent.CampaignLaunched;
import org.uitrol.domain.campaign.CampaignEvent.PlanDrafted;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.concern.Concern;
import org.uitrol.domain.concern.Concern.Origin;
import org.uitrol.domain.concern.ConcernCategory;
import org.uitrol.domain.concern.ConcernCommand.AnswerConcern;
import org.uitrol.domain.concern.ConcernCommand.RaiseConcern;
import org.uitrol.domain.concern.ConcernCommand.ReopenConcern;
import org.uitrol.domain.concern.ConcernEvent;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.ConcernId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.Holidays;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.StreamId;
import org.uitrol.domain.shared.WorkingCalendar;

/**
 * Takes in what people ask and answer: the facts go into the history, the words into {@link
 * ConcernTexts}, both or neither. Safe for many threads.
 */
public class Concerns {

  /** The longest question, in characters. */
  public static final int LONGEST_QUESTION = 4_000;

  /** The longest answer, in characters. */
  public static final int LONGEST_ANSWER = 10_000;

  /** Who acts when nobody may know who it is. */
  public static final Actor ANONYMOUS = new Actor("anonymous");

  /** 160 bits: nobody guesses one. */
  private static final int CODE_BYTES = 20;

  private final ConcernTexts texts;
  private final CommandDesk desk;
  private final IdSource ids;
  private final OneTransaction together;
  private final Streams streams;
  private final Plans plans;
  private final RolloutIndex rollouts;
  private final Memberships memberships;
  private final Holidays holidays;
  private final SecureRandom random = new SecureRandom();

  public Concerns(
      ConcernTexts texts,
      CommandDesk desk,
      IdSource ids,
      OneTransaction together,
      Streams streams,
      Plans plans,
      RolloutIndex rollouts,
      Memberships memberships,
      Holidays holidays) {
    this.texts = texts;
    this.desk = desk;
    this.ids = ids;
    this.together = together;
    this.streams = streams;
    this.plans = plans;
    this.rollouts = rollouts;
    this.memberships = memberships;
    this.holidays = holidays;
  }

  /**
   * What somebody asks.
   *
   * @param department null for the whole campaign
   * @param asker who wants to know, unless nobody may know
   * @param mustAnswer whether gates shall wait for the answer, whatever its category
   */
  public record Question(
      CampaignId campaign,
      @Nullable DepartmentId department,
      Origin origin,
      @Nullable PersonId asker,
      ConcernCategory category,
      String text,
      boolean mustAnswer) {

    /** Nothing of the words, since this text may end up in a log. */
    @Override
    public String toString() {
      return "question about " + category + " in " + campaign;
    }
  }

  /**
   * What came of asking.
   *
   * @param code with which whoever asked anonymously can read the answer; it is kept nowhere. Null
   *     for the other ways of asking
   */
  public record Asked(ConcernId concern, @Nullable String code) {

    /** Without the code, since this text may end up in a log. */
    @Override
    public String toString() {
      return concern.value();
    }
  }

  /**
   * Takes in a question. An anonymous one about a department so small that one could guess who
   * asks, is about the whole campaign instead.
   *
   * @throws Rejected {@code QUESTION_MISSING} or {@code UNKNOWN_CAMPAIGN}, or as {@link
   *     Concern#raise} says
   */
  public Asked ask(Question question, Actor actor) {
    String text = words(question.text(), LONGEST_QUESTION, "QUESTION_MISSING");
    boolean anonymous = question.origin() == Origin.ANONYMOUS;
    ConcernId id = new ConcernId(ids.next());
    String code = anonymous ? newCode() : null;
    forAsker(
        question,
        actor,
        () -> {
          Plan plan = plan(question.campaign(), question.department());
          Instant at = desk.now();
          desk.send(
              new RaiseConcern(
                  id,
                  question.campaign(),
                  department(question, plan),
                  question.origin(),
                  question.asker(),
                  question.category(),
                  plan.owner(),
                  plan.concernRule(),
                  question.mustAnswer(),
                  due(plan, at),
                  at),
              anonymous ? ANONYMOUS : actor);
          texts.put(id, Part.QUESTION, 1, question.campaign(), question.asker(), text);
          if (code != null) {
            texts.open(code, id);
          }
        });
    return new Asked(id, code);
  }

  /** Who takes in a question that somebody else asked by name acts for that one. */
  private void forAsker(Question question, Actor actor, Runnable work) {
    PersonId asker = question.asker();
    Actor whom = asker == null ? ANONYMOUS : Actor.person(asker);
    boolean forAnother =
        asker == null
            ? question.origin() == Origin.ON_BEHALF
            : !actor.equals(whom) && !actor.equals(Actor.byMail(asker));
    if (forAnother) {
      Circumstances.onBehalfOf(whom, () -> together.run(work));
    } else {
      together.run(work);
    }
  }

  /**
   * Takes in an answer, or a better one.
   *
   * @param version one more than that of the answer which its writer saw
   * @param question the question as everybody may read it
   * @param published whether everybody in the campaign may read both
   * @throws Rejected {@code QUESTION_MISSING}, {@code ANSWER_MISSING}, or as {@link Concern#answer}
   *     says
   */
  public void answer(
      ConcernId concern,
      int version,
      String question,
      String answer,
      boolean published,
      AccountId by) {
    String asked = words(question, LONGEST_QUESTION, "QUESTION_MISSING");
    String answered = words(answer, LONGEST_ANSWER, "ANSWER_MISSING");
    together.run(
        () -> {
          CampaignId campaign = concern(concern).campaign();
          desk.send(
              new AnswerConcern(concern, version, published, by, desk.now()), Actor.account(by));
          texts.put(concern, Part.PUBLIC_QUESTION, version, campaign, null, asked);
          texts.put(concern, Part.ANSWER, version, campaign, null, answered);
        });
  }

  /**
   * Asks again, because the answer doesn't answer it.
   *
   * @param text what is still unclear
   * @throws Rejected {@code QUESTION_MISSING}, or as {@link Concern#reopen} says
   */
  public void askAgain(ConcernId concern, String text, Actor actor) {
    String asked = words(text, LONGEST_QUESTION, "QUESTION_MISSING");
    together.run(
        () -> {
          Concern state = concern(concern);
          Instant at = desk.now();
          Plan plan = plan(state.campaign(), state.department());
          desk.send(new ReopenConcern(concern, due(plan, at), at), actor);
          int version =
              (int) texts.all(concern).stream().filter(one -> one.part() == Part.QUESTION).count()
                  + 1;
          texts.put(concern, Part.QUESTION, version, state.campaign(), state.asker(), asked);
        });
  }

  /** The concern as it is now; refused when there is none. */
  public Concern concern(ConcernId concern) {
    return find(concern)
        .orElseThrow(() -> new Rejected("UNKNOWN_CONCERN", Map.of("concern", concern)));
  }

  public Optional<Concern> find(ConcernId concern) {
    return streams.state(concern, ConcernEvent.class, Concern::evolve);
  }

  private @Nullable DepartmentId department(Question question, Plan plan) {
    DepartmentId department = question.department();
    boolean guessable =
        department != null
            && question.origin() == Origin.ANONYMOUS
            && memberships.members(department).size() < plan.privacy().smallestGroup();
    return guessable ? null : department;
  }

  private Instant due(Plan plan, Instant at) {
    return WorkingCalendar.of(plan.calendar(), holidays)
        .deadline(at, plan.concernRule().answerWithin());
  }

  /** The plan that the department goes by; without a rollout, the newest one that counts. */
  private Plan plan(CampaignId campaign, @Nullable DepartmentId department) {
    List<Entry> known = rollouts.ofCampaign(campaign);
    int version =
        known.stream()
            .filter(entry -> department == null || entry.department().equals(department))
            .findFirst()
            .or(() -> known.stream().findFirst())
            .map(Entry::planVersion)
            .orElseGet(() -> newest(campaign));
    return plans.plan(campaign, version);
  }

  private int newest(CampaignId campaign) {
    int version = 0;
    for (CampaignEvent event :
        streams.events(StreamId.of("campaign", campaign), CampaignEvent.class)) {
      if (event instanceof PlanDrafted drafted) {
        version = drafted.version();
      } else if (event instanceof CampaignLaunched launched) {
        return launched.version();
      }
    }
    if (version == 0) {
      throw new Rejected("UNKNOWN_CAMPAIGN", Map.of("campaign", campaign));
    }
    return version;
  }

  /** Browsers send a line's end as two characters, which would count as two. */
  private static String words(String text, int most, String code) {
    String words = text.replace("\r\n", "\n").strip();
    if (words.isEmpty() || words.length() > most) {
      throw new Rejected(code, Map.of("most", most));
    }
    return words;
  }

  private String newCode() {
    byte[] bytes = new byte[CODE_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
