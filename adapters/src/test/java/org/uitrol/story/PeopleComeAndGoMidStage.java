package org.uitrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.uitrol.adapters.mail.BuiltInMailbox;
import org.uitrol.adapters.security.Accounts;
import org.uitrol.adapters.security.ApiTokens;
import org.uitrol.adapters.security.ApiTokens.Scope;
import org.uitrol.adapters.security.Role;
import org.uitrol.application.directory.PersonField;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.directory.view.DepartmentRow;
import org.uitrol.application.directory.view.DirectoryStore;
import org.uitrol.application.rollout.view.RolloutRow;
import org.uitrol.application.rollout.view.RolloutStore;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.campaign.CampaignCommand.ApprovePlan;
import org.uitrol.domain.campaign.CampaignCommand.LaunchCampaign;
import org.uitrol.domain.campaign.CampaignCommand.SubmitPlan;
import org.uitrol.domain.rollout.ActivityState;
import org.uitrol.domain.rollout.DepartmentRollout;
import org.uitrol.domain.rollout.RolloutEvent;
import org.uitrol.domain.rollout.RolloutEvent.ActivityStarted;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.session.SessionEvent;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.LearnerRecordId;
import org.uitrol.domain.shared.PersonId;
import tools.jackson.databind.json.JsonMapper;

/**
 * People move, leave, return and join by the organisation's own directory while one department is
 * in training and another hears of it for the first time.
 */
class PeopleComeAndGoMidStage {

  private static final CampaignId CAMPAIGN = new CampaignId("moves");
  private static final DepartmentId OLD = new DepartmentId("burgerzaken");
  private static final DepartmentId NEW = new DepartmentId("financien");
  private static final String ENTERPRISE =
      "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

  private final HttpClient client = HttpClient.newHttpClient();

  @TempDir Path folder;

  @Test
  void and_nobody_has_a_second_schedule_or_an_invitation_that_belongs_nowhere() {
    try (Town town = Town.start(folder)) {
      town.begin();
      launch(town);
      String directory = token(town, "directory", Role.ADMIN, Scope.SCIM);
      town.playUntil(PeopleComeAndGoMidStage::isMidStage);
      List<PersonId> learners = learnersWithSeat(town);
      assertThat(learners).hasSizeGreaterThan(2);
      PersonId mover = learners.get(0);
      PersonId leaver = learners.get(1);

      move(town, directory, mover);
      goesAndComes(town, directory, leaver);
      PersonId joiner = joins(town, directory);

      town.playUntil(now -> started(now, NEW, "basics").isPresent());
      ActivityStarted basics = started(town, NEW, "basics").orElseThrow();
      assertThat(basics.done()).contains(mover);
      assertThat(basics.people()).contains(joiner).doesNotContain(mover);
      assertThat(town.bean(Streams.class).exists(learner(town, NEW, "basics", mover))).isFalse();
      DepartmentRollout rollout = rollout(town, NEW);
      for (ActivityState activity : rollout.activities().values()) {
        for (PersonId person : List.of(mover, joiner)) {
          assertThat(seats(town, NEW, activity.plan().id(), person))
              .as(activity.plan().id())
              .isLessThanOrEqualTo(1);
        }
      }
      assertThat(rollout.doneBy(mover)).contains("training/copilot-basics");
    }
  }

  private void move(Town town, String directory, PersonId mover) {
    assertThat(rollout(town, OLD).doneBy(mover)).contains("training/copilot-basics");
    PersonalData data = data(town, mover);

    scim(
        town,
        directory,
        "PATCH",
        "/Users/" + mover,
        replace("\"" + ENTERPRISE + ":department\"", "\"Financiën\""));
    town.settle();
    town.playUntil(now -> !cancellations(now, data.email()).isEmpty());

    assertThat(seats(town, OLD, "practice", mover)).isZero();
    assertThat(cancellations(town, data.email())).hasSize(1);
    assertThat(rollout(town, OLD).members()).doesNotContain(mover);
    assertThat(rollout(town, NEW).members()).contains(mover);
    assertThat(seats(town, NEW, "plans", mover)).isZero();
    assertThat(rollout(town, NEW).activities().get("plans"))
        .satisfies(plans -> assertThat(plans.attended()).containsEntry(mover, true));
  }

  private void goesAndComes(Town town, String directory, PersonId leaver) {
    PersonalData data = data(town, leaver);
    int invitations = invitations(town, data.email()).size();
    scim(town, directory, "PATCH", "/Users/" + leaver, replace("\"active\"", "false"));
    town.settle();
    assertThat(seats(town, OLD, "practice", leaver)).isZero();
    assertThat(rollout(town, OLD).members()).doesNotContain(leaver);

    scim(town, directory, "PATCH", "/Users/" + leaver, replace("\"active\"", "true"));
    town.settle();
    town.playUntil(now -> invitations(now, data.email()).size() > invitations);

    assertThat(seats(town, OLD, "practice", leaver)).isEqualTo(1);
    assertThat(invitations(town, data.email())).hasSize(invitations + 1);
    assertThat(rollout(town, OLD).members()).contains(leaver);
  }

  private PersonId joins(Town town, String directory) {
    PersonalData somebody =
        PersonalData.UNKNOWN.with(
            Map.of(
                PersonField.EMPLOYEE_NUMBER, "99001",
                PersonField.EMAIL, "nieuw@gemeente-voorbeeld.example",
                PersonField.DISPLAY_NAME, "Nieuw Hier"));
    PersonId joiner =
        new PersonId(id(scim(town, directory, "POST", "/Users", user(somebody, "Financiën"))));
    town.settle();
    assertThat(rollout(town, NEW).members()).contains(joiner);
    assertThat(rollout(town, NEW).activities().get("news"))
        .satisfies(news -> assertThat(news.people()).contains(joiner));
    return joiner;
  }

  /** The old department is in training with seats to come, the new one has just begun. */
  private static boolean isMidStage(Town town) {
    return find(town, OLD).filter(row -> row.stage() == StageName.TRAIN).isPresent()
        && find(town, NEW).isPresent()
        && rollout(town, NEW).activities().values().stream()
            .anyMatch(one -> one.plan().id().equals("plans") && one.openSessions() != null)
        && learnersWithSeat(town).size() > 2;
  }

  /** Who finished the online course and has a seat in a training that is still to come. */
  private static List<PersonId> learnersWithSeat(Town town) {
    DepartmentRollout rollout = rollout(town, OLD);
    return rollout.members().stream()
        .filter(one -> rollout.doneBy(one).contains("training/copilot-basics"))
        .filter(one -> rollout.doneBy(one).contains("presentation/ai-plans"))
        .filter(one -> seats(town, OLD, "practice", one) == 1)
        .toList();
  }

  /** In sessions that are still to come. */
  private static long seats(Town town, DepartmentId department, String activity, PersonId person) {
    return rollout(town, department).openSessions(activity).stream()
        .flatMap(
            id -> town.bean(Streams.class).state(id, SessionEvent.class, Session::evolve).stream())
        .filter(session -> session.isToCome(town.now()) && session.holdsSeat(person))
        .count();
  }

  private static Optional<ActivityStarted> started(
      Town town, DepartmentId department, String activity) {
    return find(town, department).stream()
        .flatMap(row -> town.bean(Streams.class).events(row.rollout(), RolloutEvent.class).stream())
        .filter(ActivityStarted.class::isInstance)
        .map(ActivityStarted.class::cast)
        .filter(event -> event.activity().id().equals(activity))
        .findFirst();
  }

  private static Optional<RolloutRow> find(Town town, DepartmentId department) {
    return town.bean(RolloutStore.class).ofCampaign(CAMPAIGN).stream()
        .filter(row -> row.department().equals(department))
        .findFirst();
  }

  private static DepartmentRollout rollout(Town town, DepartmentId department) {
    return town.bean(Streams.class)
        .state(
            find(town, department).orElseThrow().rollout(),
            RolloutEvent.class,
            DepartmentRollout::evolve)
        .orElseThrow();
  }

  private static LearnerRecordId learner(
      Town town, DepartmentId department, String activity, PersonId person) {
    return LearnerRecordId.of(find(town, department).orElseThrow().rollout(), activity, person);
  }

  private static PersonalData data(Town town, PersonId person) {
    return town.bean(PersonVault.class).find(person).orElseThrow();
  }

  private static List<PostBox.Mail> cancellations(Town town, String address) {
    return meetings(town, address, "CANCEL");
  }

  private static List<PostBox.Mail> invitations(Town town, String address) {
    return meetings(town, address, "REQUEST");
  }

  private static List<PostBox.Mail> meetings(Town town, String address, String method) {
    return new PostBox(town.bean(BuiltInMailbox.class).imapPort(), address)
        .all().stream()
            .filter(mail -> !mail.calendar().isEmpty() && mail.method().equals(method))
            .toList();
  }

  private void launch(Town town) {
    String token = token(town, "writer", Role.CHANGE_MANAGER, Scope.WRITE);
    HttpResponse<String> drafted =
        send(
            HttpRequest.newBuilder(URI.create(town.address() + "/api/v1/campaigns"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/yaml")
                .POST(BodyPublishers.ofString(plan()))
                .build());
    assertThat(drafted.statusCode()).as(drafted.body()).isBetween(200, 201);
    CommandDesk desk = town.bean(CommandDesk.class);
    AccountId approver = new AccountId("approver-of-moves");
    Actor actor = Actor.account(approver);
    desk.send(new SubmitPlan(CAMPAIGN, new AccountId("submitter"), desk.now()), actor);
    desk.send(new ApprovePlan(CAMPAIGN, approver, desk.now()), actor);
    desk.send(
        new LaunchCampaign(
            CAMPAIGN,
            approver,
            town.bean(DirectoryStore.class).departments().stream()
                .map(DepartmentRow::id)
                .collect(Collectors.toSet()),
            desk.now()),
        actor);
  }

  /** The sample, without a works council, where what was done elsewhere counts. */
  private static String plan() {
    try (InputStream sample =
        Objects.requireNonNull(
            PeopleComeAndGoMidStage.class.getResourceAsStream("/sample/campaign.yaml"))) {
      String text = new String(sample.readAllBytes(), StandardCharsets.UTF_8);
      String changed =
          text.replace("campaign: copilot-voorbeeldgemeente", "campaign: " + CAMPAIGN)
              .replaceAll("(?m)^consultation: .*$", "people: { mover: with-what-is-done }");
      assertThat(changed).contains("campaign: moves", "people: { mover");
      return changed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String token(Town town, String name, Role role, Scope scope) {
    AccountId account =
        town.bean(Accounts.class).add(name, name, Set.of(role), null, "a long enough password");
    return town.bean(ApiTokens.class).issue(account, "test", Set.of(scope), 300);
  }

  private HttpResponse<String> scim(
      Town town, String token, String method, String path, String body) {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create(town.address() + "/scim/v2" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/scim+json; charset=utf-8")
                .method(method, BodyPublishers.ofString(body))
                .build());
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
    return answer;
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String id(HttpResponse<String> answer) {
    return JsonMapper.builder().build().readTree(answer.body()).get("id").asString();
  }

  private static String user(PersonalData data, String department) {
    return """
        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","%s"],"userName":"%s",
         "active":true,"displayName":"%s","emails":[{"primary":true,"type":"work","value":"%s"}],
         "%s":{"employeeNumber":"%s","department":"%s"}}
        """
        .formatted(
            ENTERPRISE,
            data.email(),
            data.name(),
            data.email(),
            ENTERPRISE,
            data.employeeNumber(),
            department);
  }

  private static String replace(String path, String value) {
    return """
        {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
         "Operations":[{"op":"replace","path":%s,"value":%s}]}
        """
        .formatted(path, value);
  }
}
