package org.uitrol.adapters.persistence.survey;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.persistence.directory.MasterKey;
import org.uitrol.adapters.persistence.directory.VaultCipher;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.survey.port.BallotBox;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.survey.Ballot;
import org.uitrol.domain.survey.SurveyPlan;
import org.uitrol.domain.survey.SurveyPlan.Kind;
import org.uitrol.domain.survey.SurveyPlan.Question;
import org.uitrol.domain.survey.result.Breakdown;
import org.uitrol.domain.survey.result.Counts;
import org.uitrol.domain.survey.result.Traits;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Ballots in PostgreSQL, in urns of up to fifty. An urn is one row that is shuffled and rewritten
 * as a whole with every ballot, so that its rows tell nothing about who came when. Urns and counts
 * are sealed and padded, so that neither do the versions of a row. The box is locked while a ballot
 * goes in or the box is closed, so that none is lost between the two.
 */
@Component
final class PostgresBallotBox implements BallotBox {

  private static final int URN = 50;
  private static final int PAGE = 16_384;
  private static final String BALLOTS = "ballots";
  private static final String COUNTS = "counts";
  private static final String SURVEY = "survey";
  private static final String TRAITS = "survey traits";
  private static final TypeReference<List<Map<String, String>>> ANSWERS = new TypeReference<>() {};
  private static final TypeReference<Map<String, String>> TYPED = new TypeReference<>() {};
  private static final TypeReference<Set<String>> IDS = new TypeReference<>() {};
  private static final TypeReference<Map<Breakdown, String>> VALUES = new TypeReference<>() {};

  private final SecureRandom random = new SecureRandom();
  private final JsonMapper json = JsonMapper.builder().build();
  private final JdbcClient jdbc;
  private final PersonVault vault;
  private final VaultCipher cipher;
  private final byte[] key;

  PostgresBallotBox(JdbcClient jdbc, PersonVault vault, MasterKey master) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.cipher = new VaultCipher(master);
    this.key = master.derive("uitrol ballots 1");
  }

  /** What is known of a box; its counts are null when it was opened before there were any. */
  private record Box(boolean open, @Nullable Set<String> counted, @Nullable Counts counts) {}

  @Override
  public void open(SurveyId survey, SurveyPlan plan) {
    jdbc.sql(
            "insert into ballot_box (survey_id, is_open, counted, counts)"
                + " values (:survey, true, :counted, :counts) on conflict (survey_id) do nothing")
        .param(SURVEY, survey.value())
        .param("counted", json.writeValueAsString(plan.counted()))
        .param(COUNTS, seal(survey, COUNTS, CountsOnPaper.of(Counts.NONE)))
        .update();
  }

  @Override
  public void note(SurveyId survey, Collection<PersonId> asked) {
    Map<PersonId, PersonalData> people = vault.findAll(asked);
    Set<String> leaders = leaders(asked);
    people.forEach(
        (person, data) ->
            jdbc.sql(
                    "insert into ballot_traits (survey_id, person_id, traits)"
                        + " values (:survey, :person, :traits) on conflict do nothing")
                .param(SURVEY, survey.value())
                .param("person", person.value())
                .param(
                    "traits",
                    vault.seal(
                        person,
                        TRAITS,
                        json.writeValueAsBytes(
                            traits(data, leaders.contains(person.value())).values())))
                .update());
  }

  @Override
  public void cast(SurveyId survey, PersonId person, Ballot ballot) {
    put(survey, person, ballot, false);
  }

  @Override
  public void bring(SurveyId survey, @Nullable PersonId person, Ballot ballot) {
    put(survey, person, ballot, true);
  }

  /** In their own order, and before the event store is kept, so that nobody waits in a circle. */
  @Override
  public void hold(Collection<SurveyId> surveys) {
    surveys.stream().sorted(Comparator.comparing(SurveyId::value)).forEach(this::lock);
  }

  @Override
  public Map<String, Integer> brought(SurveyId survey) {
    Counts counts = lock(survey).map(Box::counts).orElse(null);
    return counts == null ? Map.of() : counts.broughtByQuestion();
  }

  private void put(SurveyId survey, @Nullable PersonId person, Ballot ballot, boolean elsewhere) {
    Box box = lock(survey).filter(Box::open).orElse(null);
    if (box == null) {
      throw new Rejected("SURVEY_CLOSED", Map.of(SURVEY, survey));
    }
    int last =
        jdbc.sql("select coalesce(max(number), 0) from ballot_urn where survey_id = :survey")
            .param(SURVEY, survey.value())
            .query(Integer.class)
            .single();
    List<Map<String, String>> ballots = new ArrayList<>(urn(survey, last));
    if (last == 0 || ballots.size() == URN) {
      put(survey, last + 1, List.of(ballot.answers()));
    } else {
      ballots.add(ballot.answers());
      put(survey, last, ballots);
    }
    Counts counts = box.counts();
    if (box.counted() != null && counts != null) {
      Traits traits = person == null ? Traits.NONE : noted(survey, person);
      Counts more =
          elsewhere
              ? counts.withBrought(box.counted(), ballot, traits)
              : counts.with(box.counted(), ballot, traits);
      keep(survey, seal(survey, COUNTS, CountsOnPaper.of(more)));
    }
    if (person != null) {
      jdbc.sql("delete from ballot_draft where survey_id = :survey and person_id = :person")
          .param(SURVEY, survey.value())
          .param("person", person.value())
          .update();
    }
  }

  @Override
  public int count(SurveyId survey) {
    return jdbc.sql("select coalesce(sum(size), 0) from ballot_urn where survey_id = :survey")
        .param(SURVEY, survey.value())
        .query(Integer.class)
        .single();
  }

  @Override
  public void keep(SurveyId survey, PersonId person, Map<String, String> typed) {
    if (lock(survey).filter(Box::open).isEmpty()) {
      throw new Rejected("SURVEY_CLOSED", Map.of(SURVEY, survey));
    }
    jdbc.sql(
            """
            insert into ballot_draft (survey_id, person_id, sealed)
            values (:survey, :person, :sealed)
            on conflict (survey_id, person_id) do update set sealed = excluded.sealed
            """)
        .param(SURVEY, survey.value())
        .param("person", person.value())
        .param("sealed", vault.seal(person, draft(survey), padded(typed)))
        .update();
  }

  @Override
  public Map<String, String> kept(SurveyId survey, PersonId person) {
    return jdbc.sql(
            "select sealed from ballot_draft where survey_id = :survey and person_id = :person")
        .param(SURVEY, survey.value())
        .param("person", person.value())
        .query(byte[].class)
        .optional()
        .flatMap(locked -> vault.open(person, draft(survey), locked))
        .map(plain -> json.readValue(plain, TYPED))
        .orElse(Map.of());
  }

  private static String draft(SurveyId survey) {
    return "survey draft/" + survey;
  }

  @Override
  public List<Ballot> close(SurveyId survey) {
    lock(survey);
    jdbc.sql("update ballot_box set is_open = false where survey_id = :survey")
        .param(SURVEY, survey.value())
        .update();
    for (String table : List.of("ballot_traits", "ballot_draft")) {
      jdbc.sql("delete from " + table + " where survey_id = :survey")
          .param(SURVEY, survey.value())
          .update();
    }
    return ballots(survey);
  }

  @Override
  public Counts take(SurveyId survey, SurveyPlan plan) {
    Box box = lock(survey).orElse(null);
    if (box == null) {
      return Counts.NONE;
    }
    if (box.open()) {
      throw new Rejected("SURVEY_OPEN", Map.of(SURVEY, survey));
    }
    if (box.counts() != null) {
      keep(survey, null);
      return box.counts();
    }
    Counts counts = Counts.NONE;
    for (Ballot ballot : ballots(survey)) {
      counts = counts.with(plan.counted(), ballot, Traits.NONE);
    }
    return counts;
  }

  @Override
  public Map<String, List<String>> texts(SurveyId survey, SurveyPlan plan) {
    List<Ballot> ballots = ballots(survey);
    Map<String, List<String>> texts = new TreeMap<>();
    for (Question question : plan.questions()) {
      if (question.kind() == Kind.TEXT) {
        texts.put(
            question.id(),
            ballots.stream()
                .map(ballot -> ballot.answers().get(question.id()))
                .filter(Objects::nonNull)
                .toList());
      }
    }
    return texts;
  }

  @Override
  public void empty(SurveyId survey) {
    if (lock(survey).filter(Box::open).isPresent()) {
      throw new Rejected("SURVEY_OPEN", Map.of(SURVEY, survey));
    }
    jdbc.sql("delete from ballot_urn where survey_id = :survey")
        .param(SURVEY, survey.value())
        .update();
  }

  private List<Ballot> ballots(SurveyId survey) {
    List<Ballot> all = new ArrayList<>();
    jdbc.sql("select number, ballots, sealed from ballot_urn where survey_id = :survey order by 1")
        .param(SURVEY, survey.value())
        .query((row, number) -> answers(survey, row))
        .list()
        .forEach(urn -> urn.forEach(one -> all.add(new Ballot(one))));
    return all;
  }

  /** Keeps the box for this transaction; empty when there is none. */
  private Optional<Box> lock(SurveyId survey) {
    return jdbc.sql(
            "select is_open, counted, counts from ballot_box where survey_id = :survey for update")
        .param(SURVEY, survey.value())
        .query((row, number) -> box(survey, row))
        .optional();
  }

  private Box box(SurveyId survey, ResultSet row) throws SQLException {
    String counted = row.getString("counted");
    byte[] counts = row.getBytes(COUNTS);
    return new Box(
        row.getBoolean("is_open"),
        counted == null ? null : json.readValue(counted, IDS),
        counts == null
            ? null
            : json.readValue(cipher.open(key, survey, COUNTS, counts), CountsOnPaper.class).read());
  }

  private void keep(SurveyId survey, byte @Nullable [] counts) {
    jdbc.sql("update ballot_box set counts = :counts where survey_id = :survey")
        .param(SURVEY, survey.value())
        .param(COUNTS, counts)
        .update();
  }

  private List<Map<String, String>> urn(SurveyId survey, int number) {
    return jdbc.sql(
            "select number, ballots, sealed from ballot_urn"
                + " where survey_id = :survey and number = :number")
        .param(SURVEY, survey.value())
        .param("number", number)
        .query((row, at) -> answers(survey, row))
        .optional()
        .orElse(List.of());
  }

  /** Urns that were filled before they were sealed are still read. */
  private List<Map<String, String>> answers(SurveyId survey, ResultSet urn) throws SQLException {
    byte[] locked = urn.getBytes("sealed");
    if (locked == null) {
      return json.readValue(urn.getString(BALLOTS), ANSWERS);
    }
    return json.readValue(
        cipher.open(key, survey, BALLOTS + urn.getInt("number"), locked), ANSWERS);
  }

  private void put(SurveyId survey, int number, List<Map<String, String>> ballots) {
    List<Map<String, String>> shuffled = new ArrayList<>(ballots);
    Collections.shuffle(shuffled, random);
    jdbc.sql(
            "insert into ballot_urn (survey_id, number, sealed, size)"
                + " values (:survey, :number, :sealed, :size)"
                + " on conflict (survey_id, number) do update set ballots = null,"
                + " sealed = excluded.sealed, size = excluded.size")
        .param(SURVEY, survey.value())
        .param("number", number)
        .param("sealed", seal(survey, BALLOTS + number, shuffled))
        .param("size", shuffled.size())
        .update();
  }

  private Traits noted(SurveyId survey, PersonId person) {
    return jdbc.sql(
            "select traits from ballot_traits where survey_id = :survey and person_id = :person")
        .param(SURVEY, survey.value())
        .param("person", person.value())
        .query(byte[].class)
        .optional()
        .flatMap(locked -> vault.open(person, TRAITS, locked))
        .map(plain -> new Traits(json.readValue(plain, VALUES)))
        .orElse(Traits.NONE);
  }

  private static Traits traits(PersonalData data, boolean leads) {
    Map<Breakdown, String> values = new TreeMap<>();
    values.put(Breakdown.LEADING, leads ? Breakdown.LEADER : Breakdown.STAFF);
    put(values, Breakdown.SENIORITY, data.seniority());
    put(values, Breakdown.LOCATION, data.location());
    put(values, Breakdown.FUNCTION, data.function());
    return new Traits(values);
  }

  private static void put(Map<Breakdown, String> values, Breakdown by, String value) {
    String plain = value.strip().replaceAll("\\s+", " ");
    if (!plain.isEmpty()) {
      values.put(by, plain);
    }
  }

  private Set<String> leaders(Collection<PersonId> people) {
    if (people.isEmpty()) {
      return Set.of();
    }
    return new HashSet<>(
        jdbc.sql("select distinct manager_id from process_membership where manager_id in (:ids)")
            .param("ids", people.stream().map(PersonId::value).toList())
            .query(String.class)
            .list());
  }

  /** Under the master key. */
  private byte[] seal(SurveyId survey, String what, Object value) {
    return cipher.seal(key, survey, what, padded(value));
  }

  /** Spaces after the JSON make it as long as a whole number of pages. */
  private byte[] padded(Object value) {
    byte[] plain = json.writeValueAsBytes(value);
    int pages = plain.length / PAGE + 1;
    byte[] padded = new byte[pages * PAGE];
    Arrays.fill(padded, (byte) ' ');
    System.arraycopy(plain, 0, padded, 0, plain.length);
    return padded;
  }
}
