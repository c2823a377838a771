package org.uitrol.adapters.web.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.uitrol.adapters.web.campaign.PlanUpload;
import org.uitrol.adapters.web.me.SmallTown;
import org.uitrol.application.campaign.Plans;
import org.uitrol.application.directory.PersonField;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.domain.campaign.CampaignCommand.SubmitPlan;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.campaign.consultation.ConsultationCommand.GiveOpinion;
import org.uitrol.domain.campaign.consultation.Opinion;
import org.uitrol.domain.directory.DepartmentCommand.NameDepartment;
import org.uitrol.domain.directory.EmployeeCommand.PutEmployee;
import org.uitrol.domain.rollout.RolloutCommand.StartRollout;
import org.uitrol.domain.rollout.gate.Disclosure;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.support.RunningApplication;

/** A large and a small department in a campaign whose plan counts use of Copilot. */
public final class UseTown {

  public static final CampaignId CAMPAIGN = new CampaignId("use-town");
  public static final DepartmentId SALES = new DepartmentId("sales");
  public static final DepartmentId ARCHIVE = new DepartmentId("archive");
  public static final int SALESPEOPLE = 20;
  public static final int ARCHIVISTS = 7;

  private static final String PLAN =
      """
      uitrol: 1
      campaign: use-town
      title: { nl: Copilot, en: Copilot }
      tool: Microsoft 365 Copilot
      ai: generative
      languages: [nl, en]
      calendar: { zone: Europe/Amsterdam, country: NL, days: [mon, tue, wed, thu, fri], hours: "09:00-17:00" }
      owner: eva@town.example
      privacy: { smallestGroup: 5, usage: { of: copilot, activeWeeks: 2 } }
      waves:
        - { name: all, start: 2027-01-11, departments: [sales, archive] }
      stages:
        - stage: train
          activities:
            - { id: basics, training: basics, within: 200 working days }
      courses:
        basics: { title: { nl: Basis, en: Basics }, online: "https://learn.example.org/basics" }
      """;

  private final RunningApplication application;
  private final SmallTown town;

  private final String plan;
  private final Set<Integer> consulted;

  public UseTown(RunningApplication application, SmallTown town) {
    this(application, town, PLAN, Set.of());
  }

  private UseTown(
      RunningApplication application, SmallTown town, String plan, Set<Integer> consulted) {
    this.application = application;
    this.town = town;
    this.plan = plan;
    this.consulted = consulted;
  }

  /** One in which one person's use may be looked at, once the works council has consented. */
  static UseTown ofIndividuals(
      RunningApplication application, SmallTown town, Set<Integer> consented) {
    return new UseTown(
        application,
        town,
        PLAN.replace("activeWeeks: 2 } }", "activeWeeks: 2 }, individualUsage: with-consent }")
            + "consultation: { body: Council, needs: consent, before: train }\n",
        consented);
  }

  /** After the town itself has begun. */
  public void begin() {
    Set<PersonId> sales = people(SALES, SALESPEOPLE);
    Set<PersonId> archive = people(ARCHIVE, ARCHIVISTS);
    PlanUpload.Outcome drafted =
        application.bean(PlanUpload.class).draft("campaign.yaml", plan, new AccountId("author"));
    assertThat(drafted.problems()).isEmpty();
    for (int version : consulted) {
      AccountId author = new AccountId("author");
      town.send(new SubmitPlan(CAMPAIGN, author, town.now()));
      town.settle();
      town.send(
          new GiveOpinion(
              CAMPAIGN,
              version,
              Opinion.AGREES,
              List.of(),
              "",
              new AccountId("account-council"),
              town.now()));
    }
    Plan drawn = application.bean(Plans.class).plan(CAMPAIGN, 1);
    start(drawn, SALES, sales);
    start(drawn, ARCHIVE, archive);
    town.settle();
  }

  /** The last day of a report that is of yesterday. */
  public LocalDate yesterday() {
    return LocalDate.ofInstant(town.now(), SmallTown.ZONE).minusDays(1);
  }

  /** A report in which so many of each used it so many days before the day of the report. */
  public static String report(LocalDate day, int sales, int archive, int daysBefore) {
    StringBuilder table =
        new StringBuilder(
            "Report Refresh Date,User Principal Name,Display Name,Last Activity Date,"
                + "Word Copilot Last Activity Date,Report Period\n");
    rows(table, day, SALES, SALESPEOPLE, sales, daysBefore);
    rows(table, day, ARCHIVE, ARCHIVISTS, archive, daysBefore);
    return table.toString();
  }

  private static void rows(
      StringBuilder table, LocalDate day, DepartmentId who, int people, int active, int before) {
    for (int number = 1; number <= people; number++) {
      LocalDate last = number <= active ? day.minusDays(before) : null;
      table
          .append(day)
          .append(",%s-%d@town.example,Somebody,".formatted(who, number))
          .append(last == null ? "" : last)
          .append(",,28\n");
    }
  }

  private Set<PersonId> people(DepartmentId department, int count) {
    Instant now = town.now();
    town.send(new NameDepartment(department, department.value(), now));
    Set<PersonId> people = new LinkedHashSet<>();
    for (int number = 1; number <= count; number++) {
      PersonId person = new PersonId(department + "-" + number);
      Map<PersonField, String> fields = new LinkedHashMap<>();
      fields.put(PersonField.EMPLOYEE_NUMBER, person.value());
      fields.put(PersonField.EMAIL, person + "@town.example");
      fields.put(PersonField.DISPLAY_NAME, person.value());
      fields.put(PersonField.DEPARTMENT, department.value());
      application.bean(PersonVault.class).put(person, PersonalData.UNKNOWN.with(fields));
      town.send(new PutEmployee(person, department, null, Set.of(), now));
      people.add(person);
    }
    return people;
  }

  private void start(Plan drawn, DepartmentId department, Set<PersonId> members) {
    town.send(
        new StartRollout(
            RolloutId.of(CAMPAIGN, department),
            CAMPAIGN,
            department,
            1,
            drawn.rolloutPlan(),
            SmallTown.EVA,
            members,
            consulted,
            Set.of(Disclosure.values()),
            town.now()));
  }
}
