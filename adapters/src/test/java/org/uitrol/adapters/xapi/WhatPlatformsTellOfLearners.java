package org.uitrol.adapters.xapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.adapters.xapi.Platform.COMPLETED;
import static org.uitrol.adapters.xapi.Platform.COURSE;
import static org.uitrol.adapters.xapi.Platform.PASSED;
import static org.uitrol.adapters.xapi.Platform.json;
import static org.uitrol.adapters.xapi.Platform.told;
import static org.uitrol.adapters.xapi.Platform.voiding;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.web.Visitor;
import org.uitrol.adapters.web.me.SmallTown;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.shared.Streams;
import org.uitrol.application.training.port.StatementStore;
import org.uitrol.application.training.port.StatementStore.Seen;
import org.uitrol.application.training.view.LearnerRow;
import org.uitrol.application.training.view.LearnerStore;
import org.uitrol.domain.shared.LearnerRecordId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.training.LearnerEvent;
import org.uitrol.domain.training.LearnerEvent.CourseCompleted;
import org.uitrol.domain.training.LearnerEvent.ResultWithdrawn;
import org.uitrol.domain.training.LearnerRecord.State;
import org.uitrol.support.RunningApplication;

/** From a statement of a platform to the pages of a person and a manager. */
class WhatPlatformsTellOfLearners {

  @RegisterExtension
  static final RunningApplication UITROL = RunningApplication.of(UitrolApplication.class);

  private static SmallTown town;
  private static Platform lms;

  @BeforeAll
  static void a_campaign_is_under_way() {
    town = new SmallTown(UITROL);
    town.begin();
    lms = Platform.of(UITROL, "lms");
  }

  @Test
  void a_completion_counts_and_its_withdrawal_takes_it_back() {
    LearnerRecordId learner = follow("p-one", "2001", "one@town.example");

    String id = tell("one@town.example", PASSED, ",\"result\":{\"score\":{\"scaled\":0.85}}");

    assertThat(row(learner)).matches(row -> row.state() == State.COMPLETED && row.score() != null);
    assertThat(UITROL.bean(Streams.class).events(learner, LearnerEvent.class))
        .filteredOn(CourseCompleted.class::isInstance)
        .singleElement()
        .matches(event -> ((CourseCompleted) event).source().equals("xapi/" + id));

    assertThat(lms.post(voiding(id)).statusCode()).isEqualTo(200);
    town.settle();

    assertThat(row(learner))
        .matches(row -> row.state() == State.ENROLLED && row.completedAt() == null);
    assertThat(UITROL.bean(Streams.class).events(learner, LearnerEvent.class))
        .filteredOn(ResultWithdrawn.class::isInstance)
        .hasSize(1);
  }

  @Test
  void a_statement_counts_when_it_happened_and_never_in_the_future() {
    LearnerRecordId learner = follow("p-time", "2002", "time@town.example");
    tell("time@town.example", COMPLETED, ",\"timestamp\":\"2026-03-31T16:00:00+02:00\"");
    assertThat(row(learner).completedAt()).isEqualTo(Instant.parse("2026-03-31T14:00:00Z"));

    LearnerRecordId other = follow("p-future", "2003", "future@town.example");
    tell("future@town.example", COMPLETED, ",\"timestamp\":\"2999-03-31T16:00:00Z\"");
    assertThat(row(other).completedAt()).isBeforeOrEqualTo(town.now());
  }

  @Test
  void what_comes_before_the_enrolment_counts_with_it() {
    PersonId early = new PersonId("p-early");
    town.employ(early, "2004", "early@town.example", "Early", "en");
    tell("early@town.example", COMPLETED, "");

    LearnerRecordId learner = town.enrol(early, "basics", "basics");
    town.settle();

    assertThat(row(learner).state()).isEqualTo(State.COMPLETED);
  }

  @Test
  void an_account_that_is_nobodys_is_matched_on_its_page_and_released_again() {
    LearnerRecordId learner = follow("p-match", "2005", "match@town.example");
    String statement =
        """
        {"actor":{"name":"M. Atch","account":{"homePage":"https://lms.example","name":"u-2005"}},
         "verb":{"id":"%s"},"object":{"id":"%s"}}
        """
            .formatted(COMPLETED, COURSE);
    String id = json(lms.post(statement)).get(0).asString();
    assertThat(row(learner).state()).isEqualTo(State.ENROLLED);
    Visitor manager = Visitor.signedIn(UITROL, "matcher", Role.CHANGE_MANAGER);
    String page = manager.get("/imports/accounts").body();
    assertThat(page).contains("M. Atch", "u-2005", "https://lms.example", COURSE);
    String account = account(UITROL.bean(StatementStore.class).unmatched(99), "u-2005");
    String path = "/imports/accounts/" + account;

    HttpResponse<String> wrong = manager.post(path, Map.of("reference", "9999"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("value=\"9999\"");
    assertThat(manager.post(path, Map.of("reference", "2005")).statusCode()).isEqualTo(302);

    assertThat(row(learner).state()).isEqualTo(State.COMPLETED);
    assertThat(lms.get("/xapi/statements?statementId=" + id).statusCode()).isEqualTo(200);
    assertThat(manager.post(path + "/release", Map.of()).statusCode()).isEqualTo(302);
    assertThat(row(learner).state()).isEqualTo(State.ENROLLED);
    assertThat(lms.get("/xapi/statements?statementId=" + id).statusCode()).isEqualTo(200);
    assertThat(manager.post(path + "/release", Map.of()).statusCode()).isEqualTo(404);
  }

  @Test
  void what_was_told_of_somebody_goes_with_them() {
    PersonId gone = new PersonId("p-gone");
    follow("p-gone", "2006", "gone@town.example");
    String id = tell("gone@town.example", COMPLETED, "");
    assertThat(lms.get("/xapi/statements?statementId=" + id).statusCode()).isEqualTo(200);

    UITROL.bean(PersonVault.class).erase(gone);

    assertThat(lms.get("/xapi/statements?statementId=" + id).statusCode()).isEqualTo(404);
    assertThat(
            UITROL
                .bean(JdbcClient.class)
                .sql(
                    "select count(*) from xapi_statement s full join xapi_account a"
                        + " using (account_id) where s.person_id = :id or a.person_id = :id")
                .param("id", gone.value())
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void what_was_told_of_somebody_is_among_their_own_data() {
    follow("p-own", "2008", "own@town.example");
    tell(
        "own@town.example",
        COMPLETED,
        ",\"context\":{\"platform\":\"LMS\",\"instructor\":{\"mbox\":\"mailto:teacher@x.example\"}}");

    String data = new Visitor(UITROL).get(town.ownPage(new PersonId("p-own")) + "/data").body();

    assertThat(data).contains("\"statements\"", COMPLETED, "LMS").doesNotContain("teacher@");
  }

  @Test
  void what_nobody_claims_in_time_goes() {
    String id = tell("stranger@elsewhere.example", COMPLETED, "");
    StatementStore store = UITROL.bean(StatementStore.class);

    store.forget(town.now().minusSeconds(3_600));
    assertThat(store.find(id)).isPresent();
    int gone = store.forget(town.now().plusSeconds(1));

    assertThat(gone).isPositive();
    assertThat(store.find(id)).isEmpty();
  }

  @Test
  void whoever_finished_a_course_can_show_it_and_a_manager_can_check_that() {
    LearnerRecordId learner = follow("p-proud", "2007", "proud@town.example");
    Visitor proud = new Visitor(UITROL);
    String own = town.ownPage(new PersonId("p-proud"));
    String path = own + "/courses/" + learner + "/certificate";
    assertThat(proud.get(path).statusCode()).isNotEqualTo(200);
    String id = tell("proud@town.example", PASSED, ",\"result\":{\"score\":{\"scaled\":0.9}}");
    assertThat(proud.get(own).body()).contains(path);

    String certificate = proud.get(path).body();

    assertThat(certificate).contains("The proud p-proud", "The basics", "90", "xAPI");
    assertThat(proud.get(town.ownPage(SmallTown.JAN) + "/courses/" + learner + "/certificate"))
        .matches(answer -> answer.statusCode() != 200);
    Matcher link = Pattern.compile("/certificates\\?code=([A-Za-z0-9_-]+)").matcher(certificate);
    assertThat(link.find()).isTrue();
    Visitor manager = Visitor.signedIn(UITROL, "checker", Role.CHANGE_MANAGER);
    assertThat(manager.get(link.group()).body())
        .contains("This certificate is good.", "The proud p-proud");
    assertThat(manager.get(link.group() + "x").body()).contains("no certificate of ours");
    assertThat(new Visitor(UITROL).get(link.group()).statusCode()).isEqualTo(302);

    lms.post(voiding(id));
    town.settle();
    assertThat(manager.get(link.group()).body()).contains("not so any more");
  }

  private static LearnerRecordId follow(String person, String number, String mail) {
    PersonId id = new PersonId(person);
    town.employ(id, number, mail, "The proud " + person, "en");
    return town.enrol(id, "basics", "basics");
  }

  private static String tell(String mail, String verb, String rest) {
    HttpResponse<String> answer = lms.post(told(mail, verb, COURSE, rest));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    town.settle();
    return json(answer).get(0).asString();
  }

  private static LearnerRow row(LearnerRecordId learner) {
    town.settle();
    return UITROL.bean(LearnerStore.class).find(learner).orElseThrow();
  }

  private static String account(List<Seen> seen, String name) {
    return seen.stream()
        .filter(one -> one.name().value().equals(name))
        .findFirst()
        .orElseThrow()
        .id()
        .value();
  }
}
