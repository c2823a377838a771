package org.uitrol.domain.rollout.gate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.uitrol.domain.rollout.reaction.ReactionTrigger;
import org.uitrol.domain.shared.Text;

/**
 * The names that a condition may use, with their type and meaning. A condition that uses another
 * name is refused when the plan is read (decision 0012). To add a fact, add it here and give it a
 * value where the evidence is gathered.
 */
public final class EvidenceCatalog {

  /** What the name of an answer begins with; the question's id follows. */
  public static final String ANSWERS = "answers.";

  /** How many concerns wait for an answer. */
  public static final String CONCERNS_OPEN = "concerns.open";

  /** How many of them must be answered before a gate opens. */
  public static final String CONCERNS_MUST_ANSWER = "concerns.mustAnswerOpen";

  /** The share of the department that used the tool at all. */
  public static final String USE_ACTIVE = "adoption.activeShare";

  /** The share of it of which use lasts. */
  public static final String USE_SUSTAINED = "adoption.sustainedShare";

  private static final String USE = "adoption.";

  private static final int LONGEST_QUESTION_ID = 60;
  private static final Pattern QUESTION_ID = Pattern.compile("[a-zA-Z][a-zA-Z0-9]*");

  /** Words that mean something else in CEL (language definition, section "Syntax"). */
  private static final Set<String> RESERVED =
      Set.of(
          "true",
          "false",
          "null",
          "in",
          "as",
          "break",
          "const",
          "continue",
          "else",
          "for",
          "function",
          "if",
          "import",
          "let",
          "loop",
          "package",
          "namespace",
          "return",
          "var",
          "void",
          "while");

  private static final List<Fact> EVIDENCE =
      List.of(
          text("stage", "de fase waarin de afdeling is", "the stage that the department is in"),
          number(
              "responses.rate",
              "deel van de afdeling dat de laatste enquête invulde, van 0 tot 1",
              "share of the department that answered the latest survey, from 0 to 1"),
          number(
              "responses.count",
              "aantal mensen dat de laatste enquête invulde",
              "number of people who answered the latest survey"),
          number(
              "readiness.score",
              "gemiddelde van de vragen die voor gereedheid tellen, in de laatste enquête",
              "mean of the questions that count for readiness, in the latest survey"),
          number(
              "readiness.awareness",
              "gereedheid, deel awareness: weten waarom het hulpmiddel komt, in de laatste enquête die ernaar vroeg",
              "readiness, part awareness: knowing why the tool comes, in the latest survey that asked"),
          number(
              "readiness.desire",
              "gereedheid, deel desire: mee willen doen, in de laatste enquête die ernaar vroeg",
              "readiness, part desire: wanting to take part, in the latest survey that asked"),
          number(
              "readiness.knowledge",
              "gereedheid, deel knowledge: weten hoe het moet, in de laatste enquête die ernaar vroeg",
              "readiness, part knowledge: knowing how, in the latest survey that asked"),
          number(
              "readiness.ability",
              "gereedheid, deel ability: het kunnen, in de laatste enquête die ernaar vroeg",
              "readiness, part ability: being able to, in the latest survey that asked"),
          number(
              "readiness.reinforcement",
              "gereedheid, deel reinforcement: het blijven doen, in de laatste enquête die ernaar vroeg",
              "readiness, part reinforcement: keeping it up, in the latest survey that asked"),
          number(
              "trained.share",
              "deel van wie training kreeg dat alle trainingen tot nu toe afrondde, van 0 tot 1",
              "share of those with training who finished all of it so far, from 0 to 1"),
          number(
              "trained.count",
              "aantal mensen dat alle trainingen tot nu toe afrondde",
              "number of people who finished all training so far"),
          number(
              "trained.expected",
              "aantal mensen dat tot nu toe training kreeg",
              "number of people who have had training so far"),
          number(
              "attendance.count",
              "aantal genodigden dat er was",
              "number of those invited who were there"),
          number("attendance.expected", "aantal genodigden", "number of people who were invited"),
          number(
              "attendance.share",
              "deel van de genodigden dat er was, van 0 tot 1",
              "share of those invited who were there, from 0 to 1"),
          number(
              CONCERNS_OPEN,
              "aantal vragen over de afdeling of de hele campagne die op antwoord wachten",
              "number of questions about the department or the whole campaign without an answer"),
          number(
              CONCERNS_MUST_ANSWER,
              "aantal daarvan dat eerst beantwoord moet worden",
              "number of those that must be answered first"),
          number(
              "worry.job",
              "zorg om werk in de laatste enquête die ernaar vroeg, van 1 tot 5",
              "worry about jobs in the latest survey that asked, from 1 to 5"),
          number(
              "worry.data",
              "zorg om gegevens in de laatste enquête die ernaar vroeg, van 1 tot 5",
              "worry about data in the latest survey that asked, from 1 to 5"),
          number(
              "worry.ethics",
              "zorg of het wel mag en eerlijk is, in de laatste enquête die ernaar vroeg, van 1 tot 5",
              "worry whether it is right and fair, in the latest survey that asked, from 1 to 5"),
          number(
              "worry.skills",
              "gebrek aan vaardigheid in de laatste enquête die ernaar vroeg, van 1 tot 5",
              "lack of skills in the latest survey that asked, from 1 to 5"),
          number(
              "worry.time",
              "gebrek aan tijd in de laatste enquête die ernaar vroeg, van 1 tot 5",
              "lack of time in the latest survey that asked, from 1 to 5"),
          number(
              USE_ACTIVE,
              "deel van de afdeling dat het hulpmiddel in vier weken minstens gebruikte, van 0 tot 1",
              "share of the department that at least used the tool in four weeks, from 0 to 1"),
          number(
              USE_SUSTAINED,
              "deel van de afdeling dat het hulpmiddel minstens blijft gebruiken, van 0 tot 1",
              "share of the department that at least keeps using the tool, from 0 to 1"),
          number(
              "stage.workingDays",
              "aantal werkdagen dat de fase duurt",
              "number of working days that the stage has lasted"),
          number(
              "department.size",
              "aantal mensen van de afdeling dat meedoet",
              "number of people of the department who take part"));

  private static final List<Fact> TRIGGER =
      List.of(
          text("activity.id", "de activiteit waar het om gaat", "the activity that it is about"),
          text(
              "activity.kind",
              "het soort activiteit: presentation, demo of training",
              "the kind of activity: presentation, demo or training"),
          new Fact(
              "attended", ValueType.TRUTH, text("of iemand er was", "whether someone was there")),
          text("mail", "de mail die niet aankwam", "the mail that did not arrive"),
          text(
              "outcome",
              "hoe de opvolging eindigde: done, dropped of cancelled",
              "how the follow-up ended: done, dropped or cancelled"),
          text(
              "concern.category",
              "waar de vraag over gaat: job, data, ethics, skills, time of other",
              "what the question is about: job, data, ethics, skills, time or other"),
          new Fact(
              "concern.mustAnswer",
              ValueType.TRUTH,
              text("of poorten op het antwoord wachten", "whether gates wait for the answer")),
          text("wave", "de golf die begon", "the wave that started"),
          text("course", "de cursus waar het om gaat", "the course that it is about"),
          number(
              "score",
              "het resultaat van de cursus, van 0 tot 1",
              "the result of the course, from 0 to 1"));

  private EvidenceCatalog() {}

  /** What kind of value a fact has. */
  public enum ValueType {
    NUMBER,
    TRUTH,
    TEXT
  }

  /**
   * One name that a condition may use.
   *
   * @param name dotted, for instance {@code responses.rate}
   * @param meaning one line, in Dutch and English
   */
  public record Fact(String name, ValueType type, Text meaning) {}

  /** What every condition of a plan with these scale questions may use. */
  public static List<Fact> evidence(Collection<String> questions) {
    List<Fact> facts = new ArrayList<>(EVIDENCE);
    questions.stream().distinct().map(EvidenceCatalog::answer).forEach(facts::add);
    return List.copyOf(facts);
  }

  /** What a condition of a reaction to this event may use besides the evidence. */
  public static List<Fact> of(ReactionTrigger trigger) {
    return trigger.facts().stream().map(name -> find(name).orElseThrow()).toList();
  }

  /** The fact with that name, whichever plan it is for. */
  public static Optional<Fact> find(String name) {
    if (name.startsWith(ANSWERS) && isQuestionId(name.substring(ANSWERS.length()))) {
      return Optional.of(answer(name.substring(ANSWERS.length())));
    }
    Optional<Fact> evidence = EVIDENCE.stream().filter(f -> f.name().equals(name)).findFirst();
    return evidence.isPresent()
        ? evidence
        : TRIGGER.stream().filter(f -> f.name().equals(name)).findFirst();
  }

  /** Whether that fact is known by reports of use. */
  public static boolean isAboutUse(String name) {
    return name.startsWith(USE);
  }

  /** Whether a condition can use the answers to a question with that id. */
  public static boolean isQuestionId(String id) {
    return id.length() <= LONGEST_QUESTION_ID
        && QUESTION_ID.matcher(id).matches()
        && !RESERVED.contains(id);
  }

  private static Fact answer(String question) {
    return number(
        ANSWERS + question,
        "gemiddeld antwoord op de vraag " + question + ", in de laatste enquête die haar stelde",
        "mean answer to the question " + question + ", in the latest survey that asked it");
  }

  private static Fact number(String name, String nl, String en) {
    return new Fact(name, ValueType.NUMBER, text(nl, en));
  }

  private static Fact text(String name, String nl, String en) {
    return new Fact(name, ValueType.TEXT, text(nl, en));
  }

  private static Text text(String nl, String en) {
    Map<String, String> in = new LinkedHashMap<>();
    in.put("nl", nl);
    in.put("en", en);
    return new Text(in);
  }
}
