package org.uitrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ViewportSize;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;
import org.uitrol.adapters.files.UsageFile;
import org.uitrol.adapters.files.campaign.CampaignFileWriter;
import org.uitrol.adapters.mail.BuiltInMailbox;
import org.uitrol.adapters.mail.ReceivedMail;
import org.uitrol.adapters.security.Accounts;
import org.uitrol.adapters.security.Route;
import org.uitrol.adapters.security.Routes;
import org.uitrol.adapters.security.SignedLinks;
import org.uitrol.adapters.simulation.RunningWhatIfs;
import org.uitrol.adapters.web.campaign.PlanUpload;
import org.uitrol.application.adoption.UsageIntake;
import org.uitrol.application.campaign.Plans;
import org.uitrol.application.campaign.view.CampaignRow;
import org.uitrol.application.campaign.view.CampaignStore;
import org.uitrol.application.channel.ChannelAdmin;
import org.uitrol.application.concern.Concerns;
import org.uitrol.application.concern.Concerns.Question;
import org.uitrol.application.directory.port.Memberships;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.hold.Holds;
import org.uitrol.application.hold.port.PastDue.Part;
import org.uitrol.application.rollout.view.RolloutRow;
import org.uitrol.application.rollout.view.RolloutStore;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.survey.source.SourceAdmin;
import org.uitrol.application.survey.source.port.PendingAnswers;
import org.uitrol.application.training.view.LearnerRow;
import org.uitrol.application.training.view.LearnerStore;
import org.uitrol.domain.campaign.CampaignCommand.SubmitPlan;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.channel.ChannelKind;
import org.uitrol.domain.channel.ChannelTopic;
import org.uitrol.domain.concern.Concern.Origin;
import org.uitrol.domain.concern.ConcernCategory;
import org.uitrol.domain.hold.DueKind;
import org.uitrol.domain.hold.HoldCause;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.AnswerSourceId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.ChannelId;
import org.uitrol.domain.shared.ConcernId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.survey.Ballot;
import org.uitrol.domain.survey.ParticipationCommand.TakePart;
import org.uitrol.domain.survey.SurveyCommand.CloseSurvey;
import org.uitrol.domain.survey.SurveyCommand.OpenSurvey;
import org.uitrol.domain.survey.SurveyPlan;
import org.uitrol.domain.survey.result.ClosedSurvey;
import org.uitrol.domain.survey.result.ResultSheet;
import org.uitrol.domain.survey.result.ResultsCommand.TellResults;
import org.uitrol.domain.survey.source.AnswerWords;
import org.uitrol.domain.survey.source.SourceKind;
import org.uitrol.domain.survey.source.SourceMapping;
import org.uitrol.domain.training.LearnerRecord;
import org.uitrol.support.Chromium;

/**
 * Follows every link that somebody of each role sees while the sample campaign is under way, and
 * looks at one or two pages of every route: with axe (WCAG 2.2 AA), on a phone, in both languages,
 * and for errors that a browser reports.
 */
@Timeout(600)
class PagesInABrowser {

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final List<String> ROLES =
      List.of("manager", "admin", "council", "presenter", "employee");

  /** How often pages of a route were looked at in a language, whoever did; that takes seconds. */
  private static final Map<String, Integer> LOOKED_AT = new HashMap<>();

  private static final int ENOUGH = 2;

  /** Files, not pages. */
  private static final Set<String> FILES =
      Set.of(
          "/campaigns/{campaign}/versions/{version}",
          "/history/export.csv",
          "/history/export.jsonl",
          "/history/events/{event}/proof",
          "/history/checkpoints/key.pem",
          "/history/checkpoints/history.jsonl",
          "/history/checkpoints/{number}",
          "/history/checkpoints/{number}/since/{earlier}",
          "/campaigns/{campaign}/mails/html",
          "/campaigns/{campaign}/surveys/{activity}/{round}/results.csv",
          "/inbound/{id}/raw",
          "/people/{person}/erasure/certificate",
          "/mailbox/{mail}/html",
          "/mailbox/{mail}/raw",
          "/mailbox/{mail}/invitation.ics",
          "/actuator/health",
          "/actuator/health/**");

  /**
   * Lead nowhere as long as every event can be handled, no mail came in and no proposal stands; the
   * tests of the last two open these pages.
   */
  private static final Set<String> SELDOM =
      Set.of(
          "/operations/letters/{processor}/{letter}/discard",
          "/inbound/{id}",
          "/rollouts/{rollout}/activities/{activity}/proposal/people/{person}",
          "/rollouts/{rollout}/activities/{activity}/proposal/sessions/{session}");

  private static final Pattern PERSONAL_LINK =
      Pattern.compile("https?://[^/\\s]+(/[ps]/[\\w.~-]+)");

  /** The first element that makes the page scroll sideways, or null. */
  private static final String TOO_WIDE =
      """
      () => {
        const width = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth <= width) return null;
        return [...document.querySelectorAll('main *')]
          .filter(one => one.getBoundingClientRect().right > width && !one.closest('.scroll, .source'))
          .map(one => one.outerHTML.slice(0, 150))[0] || 'something outside of main';
      }
      """;

  /** What every page has and this one hasn't, or null. */
  private static final String MISSING =
      """
      () => document.querySelectorAll('h1').length !== 1 ? 'one heading of level 1'
        : document.title.trim() === '' ? 'a title'
        : document.documentElement.lang === '' ? 'a language'
        : null
      """;

  private static final String LINKS =
      "() => [...document.querySelectorAll(\"a[href^='/']\")].map(link =>"
          + " link.getAttribute('href'))";

  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  private static final boolean WITH_PICTURES = Boolean.getBoolean("pictures");
  private static final Path PICTURES = Path.of("target", "pictures");

  /** As who saw it first sees it. */
  private static final Set<String> PICTURED = new HashSet<>();

  private static final CampaignId LEARNING = new CampaignId("learning-by-role");
  private static final DepartmentId BURGERZAKEN = new DepartmentId("burgerzaken");
  private static final String LEARNING_BY_ROLE =
      """
      uitrol: 1
      campaign: learning-by-role
      title: { nl: Leren per rol, en: Learning by role }
      tool: Some tool
      ai: generative
      languages: [nl, en]
      calendar: { zone: Europe/Amsterdam, country: NL, days: [mon, tue, wed, thu, fri], hours: "09:00-17:00" }
      owner: change.manager@gemeente-voorbeeld.example
      privacy: { smallestGroup: 5, usage: { of: copilot } }
      segments:
        dutch: { title: { nl: Wie Nederlands leest, en: Who reads Dutch }, language: [nl] }
      waves:
        - { name: all, start: 2027-01-11, departments: [burgerzaken] }
      stages:
        - stage: train
          activities:
            - { id: skills, path: by-role, within: 20 working days }
      courses:
        test: { title: { nl: Wat weet je al, en: What do you know }, online: "https://learn.example.org/test" }
        law: { title: { nl: Regels, en: Rules }, online: "https://learn.example.org/law" }
        asking: { title: { nl: Vragen stellen, en: Asking }, online: "https://learn.example.org/asking" }
      skills:
        prompting:
          title: { nl: Vragen stellen, en: Prompting }
          courses: [asking]
          baseline: { course: test, pass: 0.7 }
        privacy: { title: { nl: Privacy, en: Privacy }, courses: [law] }
      paths:
        by-role:
          title: { nl: Jouw pad, en: Your path }
          roles:
            - { for: [dutch], needs: [prompting, privacy] }
            - { others: true, needs: [privacy] }
      """;

  private static final Actor SOMEBODY = new Actor("setup");

  @TempDir static Path folder;
  private static Town town;
  private static String secret = "";

  @BeforeAll
  static void a_campaign_is_under_way() {
    town = Town.start(folder);
    town.launch();
    learnByRole();
    town.playUntil(here -> here.count("followup.opened") > 0 && here.count("path.begun") > 0);
    town.settle();
    ask();
    survey();
    use();
    elsewhere();
  }

  /** Two departments answered, and what they said was made up. */
  private static void survey() {
    CommandDesk desk = town.bean(CommandDesk.class);
    SurveyPlan plan =
        Objects.requireNonNull(
            town.bean(Plans.class).plan(Town.CAMPAIGN, 1).surveys().get("readiness"));
    List<ClosedSurvey> closed = new ArrayList<>();
    for (RolloutRow rollout :
        town.bean(RolloutStore.class).ofCampaign(Town.CAMPAIGN).subList(0, 2)) {
      List<PersonId> people = town.bean(Memberships.class).members(rollout.department());
      SurveyId survey = SurveyId.of(rollout.rollout(), "pulse");
      desk.send(
          new OpenSurvey(
              survey,
              rollout.rollout(),
              "pulse",
              plan,
              5,
              people,
              desk.now().plus(Duration.ofDays(5)),
              List.of(),
              desk.now()),
          SOMEBODY);
      for (int one = 0; one < people.size(); one++) {
        Map<String, String> answers = new HashMap<>();
        for (SurveyPlan.Question question : plan.items()) {
          List<String> possible = ResultSheet.possible(question);
          if (question.kind() != SurveyPlan.Kind.TEXT) {
            answers.put(question.id(), possible.get((one + closed.size()) % possible.size()));
          }
        }
        desk.send(new TakePart(survey, people.get(one), new Ballot(answers), desk.now()), SOMEBODY);
      }
      desk.send(new CloseSurvey(survey, true, desk.now()), SOMEBODY);
      closed.add(new ClosedSurvey(survey, rollout.rollout(), people.size()));
    }
    desk.send(new TellResults(Town.CAMPAIGN, "pulse", plan, 5, closed, desk.now()), SOMEBODY);
    town.settle();
  }

  /** An export of a form waits for a yes, with an answer that means nothing yet. */
  private static void elsewhere() {
    AnswerSourceId form = new AnswerSourceId("form-pulse");
    SourceAdmin admin = town.bean(SourceAdmin.class);
    admin.connect(form, Town.CAMPAIGN, "pulse", SourceKind.FORMBRICKS, "Pulse", SOMEBODY);
    SurveyPlan plan =
        Objects.requireNonNull(
            town.bean(Plans.class).plan(Town.CAMPAIGN, 1).surveys().get("readiness"));
    String question =
        plan.questions().stream()
            .filter(one -> one.kind() == SurveyPlan.Kind.SCALE)
            .findFirst()
            .orElseThrow()
            .id();
    admin.map(
        form,
        new SourceMapping("ID", "", "Email", "", null, Map.of("Q1", question)),
        AnswerWords.NONE,
        SOMEBODY);
    town.bean(PendingAnswers.class)
        .keep(
            form,
            town.bean(Accounts.class).find("manager").orElseThrow().user().id(),
            "ID,Email,Q1\n1,nobody@example.org,Helemaal mee eens\n"
                .getBytes(StandardCharsets.UTF_8),
            town.bean(CommandDesk.class).now());
    town.settle();
  }

  /** A report tells which days everybody of one department used it. */
  private static void use() {
    PersonVault vault = town.bean(PersonVault.class);
    StringBuilder report =
        new StringBuilder("Report Refresh Date,User Principal Name,Last Activity Date\n");
    LocalDate day = LocalDate.ofInstant(town.bean(CommandDesk.class).now(), ZoneOffset.UTC);
    for (PersonId person :
        town.bean(RolloutStore.class).members(RolloutId.of(LEARNING, BURGERZAKEN))) {
      String email = vault.find(person).orElseThrow().email();
      report.append("%s,%s,%s\n".formatted(day, email, email.length() % 2 == 0 ? day : ""));
    }
    town.bean(UsageIntake.class)
        .take(UsageFile.read(report.toString().getBytes(StandardCharsets.UTF_8), null), SOMEBODY);
    town.settle();
  }

  /** A second campaign, in which everybody of one department follows a path. */
  private static void learnByRole() {
    CampaignRow sample = town.bean(CampaignStore.class).find(Town.CAMPAIGN).orElseThrow();
    town.bean(PlanUpload.class).draft("campaign.yaml", LEARNING_BY_ROLE, sample.author());
    CommandDesk desk = town.bean(CommandDesk.class);
    desk.send(
        new SubmitPlan(LEARNING, sample.author(), desk.now()), Actor.account(sample.author()));
    town.launch(LEARNING);
  }

  /**
   * One question is answered, another waits, and whoever asked it stays unknown; a team is told.
   */
  private static void ask() {
    Concerns concerns = town.bean(Concerns.class);
    CampaignRow row = town.bean(CampaignStore.class).find(Town.CAMPAIGN).orElseThrow();
    ConcernId answered = concerns.ask(question(Origin.WORKS_COUNCIL), SOMEBODY).concern();
    concerns.answer(answered, 1, "Who sees it?", "Nobody.\nReally.", true, row.author());
    secret = String.valueOf(concerns.ask(question(Origin.ANONYMOUS), SOMEBODY).code());
    town.bean(ChannelAdmin.class)
        .open(
            new ChannelId("channel-helpdesk"),
            ChannelKind.TEAMS,
            "Helpdesk",
            URI.create("https://hooks.example/helpdesk"),
            "nl",
            Set.of(ChannelTopic.STAGE_ENTERED),
            row.author());
    town.settle();
  }

  private static Question question(Origin origin) {
    return new Question(
        Town.CAMPAIGN, null, origin, null, ConcernCategory.DATA, "Who sees what I type?", false);
  }

  @AfterAll
  static void it_ends() {
    town.close();
  }

  @Test
  void of_every_route_can_be_used_by_everybody() throws InterruptedException {
    List<String> problems = new ArrayList<>();
    Set<String> routes = new LinkedHashSet<>();
    amend();
    String rollout =
        town.bean(RolloutStore.class).ofCampaign(Town.CAMPAIGN).get(0).rollout().value();
    for (String role : ROLES) {
      Tour tour = new Tour("en-GB", true, problems);
      town.logIn(tour.page, role);
      if (role.equals("admin")) {
        hold(rollout);
      }
      routes.addAll(
          tour.follow(
              role.equals("manager") ? 2 : 1,
              "/",
              "/hold",
              "/nowhere",
              "/accounts",
              "/people/" + somebody() + "/erasure",
              "/people/" + somebody() + "/use",
              "/campaigns/" + Town.CAMPAIGN + "/plan",
              "/campaigns/" + Town.CAMPAIGN + "/amendment",
              "/campaigns/" + Town.CAMPAIGN + "/versions/2/changes",
              "/campaigns/" + Town.CAMPAIGN + "/what-if",
              replay(role),
              "/concerns?show=all",
              "/campaigns/" + LEARNING + "/adoption",
              "/imports/usage",
              "/imports/accounts",
              "/certificates",
              "/rollouts/" + rollout + "/roll-back?to=ANNOUNCE",
              "/rollouts/" + rollout + "/approve?stage=DEMO&as=" + approver(role),
              "/rollouts/" + rollout + "/release",
              "/rollouts/" + RolloutId.of(LEARNING, BURGERZAKEN)));
      tour.close();
      if (role.equals("admin")) {
        town.bean(Holds.class).release("all looked through", new AccountId("somebody"));
        town.settle();
      }
    }
    Tour stranger = new Tour("en-GB", true, problems);
    routes.addAll(stranger.follow(1, "/login"));
    stranger.close();

    assertThat(problems).isEmpty();
    assertThat(routes).containsAll(pagesOf(Routes.console()));
  }

  /** Something is past due, and waits for an administrator. */
  private static void hold(String rollout) {
    town.bean(Holds.class).begin(HoldCause.OLDER);
    town.jdbc()
        .sql(
            "insert into timer (key, due_at, next_try_at, armed_at) values (:key,"
                + " timestamptz '2035-01-01 08:00Z', timestamptz '2035-01-01 08:00Z', now())")
        .param("key", "gate/" + rollout + "/announce.least")
        .update();
    assertThat(town.bean(Holds.class).counts(Part.ALL)).containsKey(DueKind.TIMER);
  }

  /** Another title is under way to be approved. */
  private static void amend() {
    CampaignRow row = town.bean(CampaignStore.class).find(Town.CAMPAIGN).orElseThrow();
    Plan plan = town.bean(Plans.class).plan(Town.CAMPAIGN, 1);
    String source =
        new CampaignFileWriter()
            .write(plan, person -> town.bean(PersonVault.class).find(person).orElseThrow().email())
            .replace("Microsoft 365 Copilot", "Microsoft 365 Copilot Chat");
    town.bean(PlanUpload.class).draft("campaign.yaml", source, row.author());
    town.settle();
  }

  private static String somebody() {
    return town.jdbc()
        .sql("select min(person_id) from directory_employee where active")
        .query(String.class)
        .single();
  }

  /** A replay that this account asked for and that is over. */
  private static String replay(String role) throws InterruptedException {
    AccountId by =
        town.bean(Accounts.class).all().stream()
            .map(account -> account.user())
            .filter(user -> user.username().equals(role))
            .findFirst()
            .orElseThrow()
            .id();
    RunningWhatIfs.Replay replay =
        town.bean(RunningWhatIfs.class)
            .start(
                new RunningWhatIfs.Question(
                    Town.CAMPAIGN, null, null, "", town.bean(CommandDesk.class).now(), by));
    replay.await(Duration.ofMinutes(2));
    return "/campaigns/" + Town.CAMPAIGN + "/what-if/" + replay.id();
  }

  private static String approver(String role) {
    return role.equals("admin")
        ? "admin"
        : role.equals("council") ? "works-council" : "change-manager";
  }

  @Test
  void in_dutch_fit_a_phone_too() {
    List<String> problems = new ArrayList<>();
    Tour tour = new Tour("nl-NL", false, problems);
    town.logIn(tour.page, "manager");
    assertThat(tour.follow(2, "/")).hasSizeGreaterThan(20);
    tour.close();

    assertThat(problems).isEmpty();
  }

  @Test
  void behind_personal_links_can_be_used_by_everybody() {
    List<String> problems = new ArrayList<>();
    Tour tour = new Tour("en-GB", true, problems);
    personalLinks().forEach(tour::look);
    tour.look("/p/mistyped");
    tour.close();

    assertThat(problems).isEmpty();
  }

  @Test
  void that_break_a_rule_are_noticed() {
    Page page = CHROMIUM.window(1280, 900);
    page.setContent("<title>A page</title><h1>A page</h1><img src='data:,'><input>");
    assertThat(violations(page))
        .extracting(Rule::getId)
        .contains("html-has-lang", "image-alt", "label");
    page.context().close();
  }

  /**
   * One of each kind: two from mails, that of mails that can be refused, and those to questions.
   */
  private static List<String> personalLinks() {
    Map<String, String> links = new HashMap<>();
    BuiltInMailbox mailbox = town.bean(BuiltInMailbox.class);
    for (ReceivedMail mail : mailbox.list(null, 0, Integer.MAX_VALUE).mails()) {
      Matcher link = PERSONAL_LINK.matcher(mailbox.read(mail.id()).orElseThrow().text());
      while (link.find()) {
        links.putIfAbsent(link.group(1).substring(1, 2), link.group(1));
      }
    }
    assertThat(links).containsOnlyKeys("p", "s");
    PersonId person =
        town.bean(PersonVault.class)
            .findByEmail("sophie.martin@gemeente-voorbeeld.example")
            .orElseThrow();
    links.put("u", town.bean(SignedLinks.class).unsubscribe(person).getPath());
    List<String> all = new ArrayList<>(links.values());
    all.add(links.get("p") + "/questions");
    all.add(links.get("p") + "/goals");
    all.add("/q/" + secret);
    all.add(certificate());
    return all;
  }

  /** Of somebody who finished a course. */
  private static String certificate() {
    LearnerRow done =
        town.bean(RolloutStore.class).ofCampaign(Town.CAMPAIGN).stream()
            .flatMap(one -> town.bean(LearnerStore.class).ofRollout(one.rollout()).stream())
            .filter(row -> row.state() == LearnerRecord.State.COMPLETED)
            .findFirst()
            .orElseThrow();
    return town.bean(SignedLinks.class)
            .plan(done.person(), town.bean(CommandDesk.class).now())
            .getPath()
        + "/courses/"
        + done.learnerRecord()
        + "/certificate";
  }

  /**
   * What breaks the rules. A mail's own HTML stands in a frame that runs no script, not even this
   * one; so there is nothing to gather from frames, for which axe would open a page of its own.
   */
  private static List<Rule> violations(Page page) {
    AxeRunOptions options = new AxeRunOptions();
    options.setResultTypes(List.of("violations"));
    return new AxeBuilder(page)
        .setLegacyMode(true)
        .options(options)
        .withTags(WCAG)
        .exclude("iframe")
        .analyze()
        .getViolations();
  }

  private static List<String> pagesOf(List<Route> routes) {
    return routes.stream()
        .filter(route -> HttpMethod.GET.equals(route.method()))
        .map(Route::pattern)
        .filter(pattern -> !FILES.contains(pattern) && !SELDOM.contains(pattern))
        .toList();
  }

  /** The route of a page; empty for what is no page. */
  private static Optional<String> routeOf(String path) {
    PathContainer parsed = PathContainer.parsePath(path.replaceAll("[?#].*", ""));
    return Routes.console().stream()
        .filter(route -> HttpMethod.GET.equals(route.method()))
        .map(Route::pattern)
        .filter(pattern -> new PathPatternParser().parse(pattern).matches(parsed))
        .findFirst()
        .filter(pattern -> !FILES.contains(pattern));
  }

  /** Somebody who looks around. */
  private static final class Tour {

    private final Page page;
    private final String language;
    private final boolean thoroughly;
    private final List<String> problems;

    Tour(String language, boolean thoroughly, List<String> problems) {
      this.page =
          CHROMIUM.window(new NewContextOptions().setLocale(language).setViewportSize(1280, 900));
      this.language = language;
      this.thoroughly = thoroughly;
      this.problems = problems;
      page.onConsoleMessage(
          message -> {
            if (message.type().equals("error") && !message.text().contains("status of 40")) {
              problems.add(page.url() + ": " + message.text());
            }
          });
      page.onPageError(error -> problems.add(page.url() + ": " + error));
      page.onRequest(
          request -> {
            if (!request.url().startsWith(town.address()) && !request.url().startsWith("data:")) {
              problems.add(page.url() + " asks " + request.url());
            }
          });
    }

    /** Looks at these pages and at those that they lead to; gives the routes that were seen. */
    Set<String> follow(int ofEachRoute, String... starts) {
      Map<String, Integer> routes = new HashMap<>();
      Set<String> known = new HashSet<>(List.of(starts));
      Deque<String> toVisit = new ArrayDeque<>(List.of(starts));
      while (!toVisit.isEmpty()) {
        String path = toVisit.remove();
        String route = routeOf(path).orElse(path);
        if (routes.merge(route, 1, Integer::sum) <= ofEachRoute) {
          look(path);
          if (WITH_PICTURES && PICTURED.add(language + route)) {
            takePicture(route);
          }
          links().filter(known::add).forEach(toVisit::add);
        }
      }
      return routes.keySet();
    }

    /** For whoever wants to see how the pages look, and for {@code docs/pictures}. */
    private void takePicture(String route) {
      String name = route.replaceAll("[^a-z0-9-]+", "_").replaceAll("^_|_$", "");
      Path picture =
          PICTURES
              .resolve(language.substring(0, 2))
              .resolve((name.isEmpty() ? "home" : name) + ".png");
      page.screenshot(new ScreenshotOptions().setFullPage(true).setPath(picture));
    }

    private Stream<String> links() {
      return ((List<?>) page.evaluate(LINKS))
          .stream()
              .map(link -> String.valueOf(link).replaceAll("#.*", ""))
              .filter(path -> routeOf(path).isPresent());
    }

    void look(String path) {
      page.navigate(town.address() + path);
      Object missing = page.evaluate(MISSING);
      check(path, missing == null, "lacks " + missing);
      String route = routeOf(path).orElse(path);
      if (LOOKED_AT.merge(language + route, 1, Integer::sum) > ENOUGH) {
        return;
      }
      if (thoroughly) {
        for (Rule rule : violations(page)) {
          problems.add(path + ": " + rule.getHelp() + " " + rule.getNodes().get(0).getHtml());
        }
      }
      ViewportSize wide = page.viewportSize();
      page.setViewportSize(360, 780);
      Object tooWide = page.evaluate(TOO_WIDE);
      check(path, tooWide == null, "doesn't fit a phone: " + tooWide);
      page.setViewportSize(wide.width, wide.height);
    }

    private void check(String path, boolean holds, String problem) {
      if (!holds) {
        problems.add(path + " " + problem);
      }
    }

    void close() {
      page.context().close();
    }
  }
}
