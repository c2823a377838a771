package org.uitrol.domain.survey.result;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.uitrol.domain.survey.Ballot;

/**
 * Ballots, counted. How often an answer was given is known by one trait at a time; people are known
 * by all their traits together, but only whether they answered, not what.
 *
 * @param given how often each answer was given by each group
 * @param answered how many people of the same traits answered a question
 * @param brought how many of those answered elsewhere, so that whoever brought their answers has
 *     read them (decision 0037)
 */
public record Counts(
    Map<Given, Integer> given, Map<Answered, Integer> answered, Map<Answered, Integer> brought) {

  public static final Counts NONE = new Counts(Map.of(), Map.of(), Map.of());

  public Counts {
    given = Map.copyOf(given);
    answered = Map.copyOf(answered);
    brought = Map.copyOf(brought);
  }

  /** An answer of a group. */
  public record Given(String question, Group group, String choice) {}

  /** People with the same traits who answered a question. */
  public record Answered(String question, Traits traits) {}

  /** The text says nothing of the answers, so that none can reach a log. */
  @Override
  public String toString() {
    return "Counts";
  }

  /**
   * With one more ballot.
   *
   * @param counted the questions whose answers are counted
   */
  public Counts with(Set<String> counted, Ballot ballot, Traits traits) {
    Map<Given, Integer> more = new HashMap<>(given);
    Map<Answered, Integer> people = new HashMap<>(answered);
    for (String question : counted) {
      String answer = ballot.answers().get(question);
      if (answer != null) {
        people.merge(new Answered(question, traits), 1, Integer::sum);
        for (Group group : traits.groups()) {
          more.merge(new Given(question, group, answer), 1, Integer::sum);
        }
      }
    }
    return new Counts(more, people, brought);
  }

  /** With one more ballot that was given elsewhere; else as {@link #with}. */
  public Counts withBrought(Set<String> counted, Ballot ballot, Traits traits) {
    Map<Answered, Integer> elsewhere = new HashMap<>(brought);
    for (String question : counted) {
      if (ballot.answers().containsKey(question)) {
        elsewhere.merge(new Answered(question, traits), 1, Integer::sum);
      }
    }
    Counts more = with(counted, ballot, traits);
    return new Counts(more.given, more.answered, elsewhere);
  }

  /** How many ballots that answer a question were given elsewhere, by question. */
  public Map<String, Integer> broughtByQuestion() {
    Map<String, Integer> questions = new HashMap<>();
    brought.forEach((one, count) -> questions.merge(one.question(), count, Integer::sum));
    return questions;
  }

  /** The same, of people who belong to one department. */
  Counts of(String department) {
    Map<Given, Integer> more = new HashMap<>(given);
    given.forEach(
        (one, count) -> {
          if (one.group().equals(Group.EVERYBODY)) {
            more.put(new Given(one.question(), department(department), one.choice()), count);
          }
        });
    return new Counts(more, of(department, answered), of(department, brought));
  }

  private static Map<Answered, Integer> of(String department, Map<Answered, Integer> some) {
    Map<Answered, Integer> people = new HashMap<>();
    some.forEach(
        (one, count) ->
            people.merge(
                new Answered(one.question(), one.traits().with(Breakdown.DEPARTMENT, department)),
                count,
                Integer::sum));
    return people;
  }

  static Group department(String department) {
    return new Group(Breakdown.DEPARTMENT, department);
  }

  static Counts sum(Collection<Counts> all) {
    Map<Given, Integer> more = new HashMap<>();
    Map<Answered, Integer> people = new HashMap<>();
    Map<Answered, Integer> elsewhere = new HashMap<>();
    for (Counts one : all) {
      one.given.forEach((key, count) -> more.merge(key, count, Integer::sum));
      one.answered.forEach((key, count) -> people.merge(key, count, Integer::sum));
      one.brought.forEach((key, count) -> elsewhere.merge(key, count, Integer::sum));
    }
    return new Counts(more, people, elsewhere);
  }

  /** How many people of the same traits answered it. */
  Map<Traits, Integer> people(String question) {
    return of(answered, question);
  }

  /** How many of them answered it here. */
  Map<Traits, Integer> here(String question) {
    Map<Traits, Integer> people = people(question);
    of(brought, question).forEach((traits, count) -> people.merge(traits, -count, Integer::sum));
    people.values().removeIf(count -> count <= 0);
    return people;
  }

  private static Map<Traits, Integer> of(Map<Answered, Integer> some, String question) {
    Map<Traits, Integer> people = new HashMap<>();
    some.forEach(
        (one, count) -> {
          if (one.question().equals(question)) {
            people.put(one.traits(), count);
          }
        });
    return people;
  }

  /** How often a group gave each answer. */
  Map<String, Integer> of(String question, Group group) {
    Map<String, Integer> choices = new TreeMap<>();
    given.forEach(
        (one, count) -> {
          if (one.question().equals(question) && one.group().equals(group)) {
            choices.put(one.choice(), count);
          }
        });
    return choices;
  }
}
