package org.uitrol.application.survey.source;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.directory.DepartmentKeys;
import org.uitrol.application.directory.RowProblem;
import org.uitrol.application.directory.UnreadablePeopleFile;
import org.uitrol.application.directory.port.DepartmentNames;
import org.uitrol.application.directory.port.OneTransaction;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.Streams;
import org.uitrol.application.survey.port.BallotBox;
import org.uitrol.application.survey.source.IntakeOutcome.Refused;
import org.uitrol.application.survey.source.SourceTable.Response;
import org.uitrol.application.survey.source.port.OpenedSurveys;
import org.uitrol.application.survey.source.port.OpenedSurveys.Opened;
import org.uitrol.application.survey.source.port.SourceKeep;
import org.uitrol.application.survey.source.port.TakenResponses;
import org.uitrol.domain.shared.AnswerSourceId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.survey.Ballot;
import org.uitrol.domain.survey.ParticipationCommand.BringAnswers;
import org.uitrol.domain.survey.ParticipationCommand.TakePart;
import org.uitrol.domain.survey.Survey;
import org.uitrol.domain.survey.SurveyCommand.BringUnnamed;
import org.uitrol.domain.survey.SurveyEvent;
import org.uitrol.domain.survey.source.AnswerItem;
import org.uitrol.domain.survey.source.AnswerReader;
import org.uitrol.domain.survey.source.AnswerSource;
import org.uitrol.domain.survey.source.AnswerSourceCommand.NoteAnswers;
import org.uitrol.domain.survey.source.AnswerSourceEvent;
import org.uitrol.domain.survey.source.AnswerWords;
import org.uitrol.domain.survey.source.SourceMapping;
import org.uitrol.domain.survey.source.Wording;

/**
 * Takes answers over that were given elsewhere, into the surveys of one activity that are open. A
 * response counts once, however often it comes. Some responses are taken over at a time, in no
 * order, each lot wholly or not at all.
 */
public class AnswerIntake {

  private static final int LOT = 100;
  private static final String MESSAGE = "message/";
  private static final String RESPONSE = "response/";

  /** What stands in place of an address where nobody is to be known. */
  private static final Set<String> NOBODY =
      Set.of("anonymous", "anoniem", "anonym", "anonyme", "n/a");

  /** What exports write where a response isn't complete. */
  private static final Set<String> NO =
      Set.of("no", "false", "0", "nee", "nein", "non", "n", "n/a");

  private final SecureRandom random = new SecureRandom();
  private final Function<String, Optional<PersonId>> people;
  private final DepartmentNames departments;
  private final OpenedSurveys surveys;
  private final SourceKeep keep;
  private final TakenResponses taken;
  private final BallotBox box;
  private final Streams streams;
  private final CommandDesk desk;
  private final OneTransaction transaction;

  /**
   * @param people whom an e-mail address, an employee number or a name to sign in with means
   */
  public AnswerIntake(
      Function<String, Optional<PersonId>> people,
      DepartmentNames departments,
      OpenedSurveys surveys,
      SourceKeep keep,
      TakenResponses taken,
      BallotBox box,
      Streams streams,
      CommandDesk desk,
      OneTransaction transaction) {
    this.people = people;
    this.departments = departments;
    this.surveys = surveys;
    this.keep = keep;
    this.taken = taken;
    this.box = box;
    this.streams = streams;
    this.desk = desk;
    this.transaction = transaction;
  }

  /**
   * Tells what an export would change; changes nothing.
   *
   * @throws Rejected {@code SOURCE_UNMAPPED}, {@code SOURCE_CLOSED} or {@code SOURCE_UNKNOWN}
   * @throws UnreadablePeopleFile when it lacks a column that is needed
   */
  public IntakeOutcome preview(AnswerSourceId source, SourceTable table) {
    AnswerSource known = checked(source, table);
    Sorter sorter = new Sorter(known);
    Counted counted = new Counted();
    table.rows().forEach(row -> counted.add(sorter.sort(row)));
    return counted.outcome(table.problems());
  }

  /**
   * Takes over what is new in an export; as {@link #preview} else.
   *
   * @throws Rejected as {@link #preview}
   */
  public IntakeOutcome take(AnswerSourceId source, SourceTable table, Actor actor) {
    Sorter sorter = new Sorter(checked(source, table));
    Counted all = new Counted();
    List<Response> fresh = new ArrayList<>();
    for (Response row : table.rows()) {
      Sorted sorted = sorter.sort(row);
      if (sorted.result() == Result.NEW) {
        fresh.add(row);
      } else {
        all.add(sorted);
      }
    }
    Collections.shuffle(fresh, random);
    for (int from = 0; from < fresh.size(); from += LOT) {
      List<Response> lot = fresh.subList(from, Math.min(fresh.size(), from + LOT));
      all.add(takeLot(source, lot, "", actor));
    }
    IntakeOutcome outcome = all.outcome(table.problems());
    note(source, outcome, actor);
    return outcome;
  }

  /**
   * Takes over one response that its source sent by itself.
   *
   * @param message by which the message is known, so that it counts once
   */
  public IntakeOutcome take(AnswerSourceId source, Response response, String message, Actor actor) {
    AtomicReference<IntakeOutcome> outcome = new AtomicReference<>();
    transaction.run(
        () -> {
          Counted counted = new Counted();
          counted.add(takeLot(source, List.of(response), message, actor));
          outcome.set(counted.outcome(List.of()));
          note(source, counted.outcome(List.of()), actor);
        });
    return Objects.requireNonNull(outcome.get());
  }

  private Counted takeLot(AnswerSourceId source, List<Response> rows, String message, Actor actor) {
    AtomicReference<Counted> counted = new AtomicReference<>();
    transaction.run(
        () -> {
          keep.lock(source);
          Sorter sorter = new Sorter(known(source));
          // From here on nobody answers, so that what is found now is still so when it is cast.
          box.hold(sorter.opened.stream().map(Opened::survey).toList());
          Counted lot = new Counted();
          counted.set(lot);
          if (!message.isEmpty() && sorter.known.test(MESSAGE + message)) {
            lot.known += rows.size();
            return;
          }
          List<Vote> votes = new ArrayList<>();
          for (Response row : rows) {
            Sorted sorted = sorter.sort(row);
            lot.add(sorted);
            Vote vote = sorted.vote();
            if (vote != null) {
              votes.add(vote);
            }
          }
          cast(source, votes, message, actor);
        });
    return Objects.requireNonNull(counted.get());
  }

  private void cast(AnswerSourceId source, List<Vote> votes, String message, Actor actor) {
    Map<SurveyId, List<Vote>> bySurvey = new LinkedHashMap<>();
    for (Vote vote : votes) {
      bySurvey.computeIfAbsent(vote.survey(), none -> new ArrayList<>()).add(vote);
    }
    bySurvey.forEach(
        (survey, some) -> {
          List<Ballot> unnamed = new ArrayList<>();
          List<String> ids = new ArrayList<>();
          if (!message.isEmpty()) {
            ids.add(MESSAGE + message);
          }
          for (Vote vote : some) {
            PersonId person = vote.person();
            if (person == null) {
              unnamed.add(vote.ballot());
            } else {
              desk.send(new BringAnswers(survey, person, vote.ballot(), desk.now()), actor);
            }
            ids.add(RESPONSE + vote.response());
          }
          if (!unnamed.isEmpty()) {
            desk.send(new BringUnnamed(survey, source, unnamed, desk.now()), actor);
          }
          taken.add(source, survey, ids);
        });
  }

  private void note(AnswerSourceId source, IntakeOutcome outcome, Actor actor) {
    if (outcome.added() > 0) {
      desk.send(
          new NoteAnswers(
              source,
              outcome.named(),
              outcome.unnamed(),
              outcome.known(),
              outcome.unfinished(),
              outcome.refused().size(),
              desk.now()),
          actor);
    }
  }

  private AnswerSource checked(AnswerSourceId source, SourceTable table) {
    AnswerSource known = known(source);
    for (String column : known.needed()) {
      if (!table.has(column)) {
        throw new UnreadablePeopleFile(
            0, "SOURCE_COLUMN_MISSING", "the export has no column '" + column + "' any more");
      }
    }
    return known;
  }

  private AnswerSource known(AnswerSourceId source) {
    return Optional.of(source)
        .filter(keep::has)
        .flatMap(
            known ->
                streams.<AnswerSource, AnswerSourceEvent>state(
                    known, AnswerSourceEvent.class, AnswerSource::evolve))
        .orElseThrow(() -> new Rejected("SOURCE_UNKNOWN"));
  }

  /** A ballot and where it goes. */
  private record Vote(SurveyId survey, @Nullable PersonId person, Ballot ballot, String response) {}

  private enum Result {
    NEW,
    KNOWN,
    UNFINISHED,
    REFUSED
  }

  private record Sorted(long line, Result result, @Nullable Vote vote, @Nullable Rejected why) {}

  private static final class Counted {

    private int named;
    private int unnamed;
    private int known;
    private int unfinished;
    private final List<Refused> refused = new ArrayList<>();

    void add(Sorted row) {
      Vote vote = row.vote();
      Rejected why = row.why();
      if (vote != null) {
        named += vote.person() == null ? 0 : 1;
        unnamed += vote.person() == null ? 1 : 0;
      } else if (why != null) {
        refused.add(new Refused(row.line(), why.code(), why.facts()));
      } else {
        known += row.result() == Result.KNOWN ? 1 : 0;
        unfinished += row.result() == Result.UNFINISHED ? 1 : 0;
      }
    }

    void add(Counted other) {
      named += other.named;
      unnamed += other.unnamed;
      known += other.known;
      unfinished += other.unfinished;
      refused.addAll(other.refused);
    }

    IntakeOutcome outcome(List<RowProblem> problems) {
      List<Refused> all = new ArrayList<>(refused);
      for (RowProblem problem : problems) {
        all.add(new Refused(problem.line(), problem.code(), Map.of("reason", problem.reason())));
      }
      all.sort(Comparator.comparingLong(Refused::line));
      return new IntakeOutcome(named, unnamed, known, unfinished, all);
    }
  }

  /** Says of each response what becomes of it, as things are now. */
  private final class Sorter {

    private final SourceMapping mapping;
    private final AnswerWords words;
    private final Predicate<String> known;
    private final List<Opened> opened;
    private final Map<SurveyId, Survey> states = new HashMap<>();
    private final Map<SurveyId, AnswerReader> readers = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Set<PersonId> seenPeople = new HashSet<>();

    Sorter(AnswerSource source) {
      mapping = source.readable();
      words = keep.words(source.id());
      known = taken.of(source.id());
      opened = surveys.of(source.campaign(), source.activity());
    }

    Sorted sort(Response row) {
      try {
        String finished = row.cell(mapping.finished());
        if (!mapping.finished().isEmpty()
            && (finished.isEmpty() || NO.contains(finished.toLowerCase(Locale.ROOT)))) {
          return new Sorted(row.line(), Result.UNFINISHED, null, null);
        }
        String id = row.cell(mapping.response());
        if (id.isEmpty()) {
          throw new Rejected("RESPONSE_MISSING");
        }
        if (!seen.add(id)) {
          throw new Rejected("RESPONSE_TWICE");
        }
        if (known.test(RESPONSE + id)) {
          return new Sorted(row.line(), Result.KNOWN, null, null);
        }
        Optional<PersonId> person = person(row);
        Survey survey = person.isPresent() ? survey(person.get()) : survey(row);
        Map<String, String> typed =
            readers
                .computeIfAbsent(
                    survey.id(),
                    none -> new AnswerReader(mapping, words, AnswerItem.of(survey.plan())))
                .read(row.cells());
        Vote vote = new Vote(survey.id(), person.orElse(null), ballot(survey, typed), id);
        person.ifPresent(seenPeople::add);
        return new Sorted(row.line(), Result.NEW, vote, null);
      } catch (Rejected refused) {
        return new Sorted(row.line(), Result.REFUSED, null, refused);
      }
    }

    /** Empty when the form doesn't say who it is. */
    private Optional<PersonId> person(Response row) {
      String who = row.cell(mapping.person());
      if (who.isEmpty() || NOBODY.contains(who.toLowerCase(Locale.ROOT))) {
        return Optional.empty();
      }
      return Optional.of(people.apply(who).orElseThrow(() -> new Rejected("RESPONDENT_UNKNOWN")));
    }

    private Survey survey(PersonId person) {
      List<Survey> asked =
          opened.stream()
              .map(one -> state(one.survey()))
              .filter(one -> one.invited().contains(person))
              .toList();
      if (asked.isEmpty()) {
        throw new Rejected("RESPONDENT_NOT_ASKED");
      }
      for (Survey one : asked) {
        if (streams.exists(TakePart.participation(one.id(), person))) {
          throw new Rejected("ALREADY_ANSWERED");
        }
      }
      if (seenPeople.contains(person)) {
        throw new Rejected("ALREADY_ANSWERED");
      }
      return open(asked);
    }

    private Survey survey(Response row) {
      DepartmentId department = department(row);
      List<Survey> asked =
          opened.stream()
              .filter(one -> one.department().equals(department))
              .map(one -> state(one.survey()))
              .toList();
      if (asked.isEmpty()) {
        throw new Rejected("NO_SURVEY_THERE");
      }
      return open(asked);
    }

    private Survey open(List<Survey> asked) {
      return asked.stream()
          .filter(one -> one.takesAnswers(desk.now()))
          .findFirst()
          .orElseThrow(() -> new Rejected("SURVEY_CLOSED"));
    }

    private DepartmentId department(Response row) {
      String told = row.cell(mapping.department());
      DepartmentId unnamed = mapping.unnamed();
      if (told.isEmpty()) {
        if (unnamed == null) {
          throw new Rejected("RESPONDENT_DEPARTMENT_MISSING");
        }
        return unnamed;
      }
      String key = Wording.key(told);
      Optional<DepartmentId> byKey = DepartmentKeys.key(told);
      return opened.stream()
          .map(Opened::department)
          .filter(
              one ->
                  byKey.filter(one::equals).isPresent()
                      || Wording.key(departments.name(one)).equals(key))
          .findFirst()
          .orElseThrow(() -> new Rejected("RESPONDENT_DEPARTMENT_UNKNOWN"));
    }

    private Survey state(SurveyId id) {
      return states.computeIfAbsent(
          id,
          none ->
              streams
                  .<Survey, SurveyEvent>state(id, SurveyEvent.class, Survey::evolve)
                  .orElseThrow(() -> new IllegalStateException("there is no survey " + id)));
    }
  }

  /**
   * As somebody would have to answer here. Says which question it is, and nothing of the answer.
   */
  private static Ballot ballot(Survey survey, Map<String, String> typed) {
    Ballot ballot;
    try {
      ballot = Ballot.of(survey.plan(), typed);
    } catch (Rejected refused) {
      Map.Entry<String, Object> first = refused.facts().entrySet().iterator().next();
      throw new Rejected(
          "required".equals(first.getValue()) ? "ANSWER_REQUIRED" : "ANSWER_INVALID",
          Map.of("question", first.getKey()));
    }
    if (ballot.answers().isEmpty()) {
      throw new Rejected("NOTHING_ANSWERED");
    }
    return ballot;
  }
}
