package org.uitrol.adapters.web.survey;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uitrol.adapters.files.SpreadsheetCell;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.adapters.web.shared.Done;
import org.uitrol.adapters.web.shared.Names;
import org.uitrol.adapters.web.shared.NotFound;
import org.uitrol.adapters.web.shared.Orders;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.adapters.web.survey.Report.Block;
import org.uitrol.adapters.web.survey.Report.Change;
import org.uitrol.adapters.web.survey.Report.Line;
import org.uitrol.adapters.web.survey.Report.Part;
import org.uitrol.adapters.web.survey.Report.Rank;
import org.uitrol.adapters.web.survey.Report.Share;
import org.uitrol.adapters.web.survey.Report.Written;
import org.uitrol.application.campaign.view.CampaignRow;
import org.uitrol.application.campaign.view.CampaignStore;
import org.uitrol.application.rollout.view.RolloutRow;
import org.uitrol.application.rollout.view.RolloutStore;
import org.uitrol.application.survey.view.ResultsStore;
import org.uitrol.application.survey.view.RoundRow;
import org.uitrol.application.survey.view.SurveyRow;
import org.uitrol.application.survey.view.SurveyStore;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.survey.SurveyPlan;
import org.uitrol.domain.survey.result.ClosedSurvey;
import org.uitrol.domain.survey.result.ResultsCommand.TellResults;

/**
 * The surveys of a campaign, for change managers and the works council. A manager makes up the
 * results of all surveys of an activity that are closed; from then on they never change.
 */
@Controller
class ResultPages {

  private static final double TENTHS = 10;

  private final CampaignStore campaigns;
  private final RolloutStore rollouts;
  private final SurveyStore surveys;
  private final ResultsStore results;
  private final Reports reports;
  private final Orders orders;
  private final Names names;
  private final Words words;

  ResultPages(
      CampaignStore campaigns,
      RolloutStore rollouts,
      SurveyStore surveys,
      ResultsStore results,
      Reports reports,
      Orders orders,
      Names names,
      Words words) {
    this.campaigns = campaigns;
    this.rollouts = rollouts;
    this.surveys = surveys;
    this.results = results;
    this.reports = reports;
    this.orders = orders;
    this.names = names;
    this.words = words;
  }

  /**
   * The surveys that an activity opened.
   *
   * @param open those that are open, in words
   * @param waiting the departments whose surveys are closed and not told
   */
  record Asked(
      String activity,
      String title,
      List<String> open,
      List<String> waiting,
      List<RoundRow> rounds) {}

  @GetMapping("/campaigns/{campaign}/surveys")
  String list(@PathVariable CampaignId campaign, Model model) {
    CampaignRow row = campaigns.find(campaign).orElseThrow(NotFound::new);
    UnaryOperator<String> departments = departments(campaign);
    List<RoundRow> rounds = results.ofCampaign(campaign);
    List<Asked> asked = new ArrayList<>();
    byActivity(campaign)
        .forEach((activity, rows) -> asked.add(asked(activity, rows, rounds, departments)));
    model.addAttribute("campaign", row);
    model.addAttribute("campaignTitle", words.text(row.title()));
    model.addAttribute("asked", asked);
    return "survey/surveys";
  }

  @PostMapping("/campaigns/{campaign}/surveys/{activity}")
  String tell(
      @PathVariable CampaignId campaign,
      @PathVariable String activity,
      @AuthenticationPrincipal ConsoleUser user,
      RedirectAttributes next) {
    if (campaigns.find(campaign).isEmpty()) {
      throw new NotFound();
    }
    List<RoundRow> rounds = results.ofCampaign(campaign);
    Map<SurveyPlan, List<SurveyRow>> alike = new LinkedHashMap<>();
    for (SurveyRow survey : byActivity(campaign).getOrDefault(activity, List.of())) {
      if (waits(survey, rounds)) {
        alike.computeIfAbsent(survey.plan(), plan -> new ArrayList<>()).add(survey);
      }
    }
    alike.forEach(
        (plan, rows) ->
            orders.sendOneOfMany(
                user,
                at ->
                    new TellResults(
                        campaign,
                        activity,
                        plan,
                        rows.stream().mapToInt(SurveyRow::smallestGroup).max().orElseThrow(),
                        rows.stream()
                            .map(
                                one -> new ClosedSurvey(one.survey(), one.rollout(), one.invited()))
                            .toList(),
                        at)));
    orders.settle();
    Done.say(next, words.say(alike.isEmpty() ? "results.none" : "results.done"));
    return "redirect:/campaigns/" + campaign + "/surveys";
  }

  @GetMapping("/campaigns/{campaign}/surveys/{activity}/{round}")
  String round(
      @PathVariable CampaignId campaign,
      @PathVariable String activity,
      @PathVariable int round,
      Model model) {
    CampaignRow row = campaigns.find(campaign).orElseThrow(NotFound::new);
    List<RoundRow> rounds = results.ofCampaign(campaign);
    RoundRow found = find(rounds, activity, round);
    UnaryOperator<String> departments = departments(campaign);
    model.addAttribute("campaign", row);
    model.addAttribute("campaignTitle", words.text(row.title()));
    model.addAttribute("round", found);
    model.addAttribute("title", words.text(found.plan().title()));
    model.addAttribute(
        "of",
        found.surveys().stream().map(one -> departments.apply(one.rollout().value())).toList());
    model.addAttribute("report", report(found, rounds, departments));
    return "survey/results";
  }

  /** What the page shows, and nothing more. */
  @GetMapping("/campaigns/{campaign}/surveys/{activity}/{round}/results.csv")
  void file(
      @PathVariable CampaignId campaign,
      @PathVariable String activity,
      @PathVariable int round,
      HttpServletResponse response)
      throws IOException {
    List<RoundRow> rounds = results.ofCampaign(campaign);
    Report report = report(find(rounds, activity, round), rounds, departments(campaign));
    response.setContentType("text/csv");
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename("results-" + activity + "-" + round + ".csv", StandardCharsets.UTF_8)
            .build()
            .toString());
    CsvWriter csv =
        CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(response.getWriter());
    write(csv, "table", "question", "group", "people", "result", "interval", "note");
    for (Block block : report.blocks()) {
      for (Share one : block.shares()) {
        write(csv, "answers", block.title(), one.answer(), one.people(), "", "", "");
      }
      for (Part part : block.parts()) {
        for (Line one : part.lines()) {
          write(
              csv,
              part.title(),
              block.title(),
              one.group(),
              one.people(),
              one.mean(),
              one.interval(),
              "");
        }
        if (!part.withheld().isEmpty()) {
          write(csv, part.title(), block.title(), "", "", "", "", part.withheld());
        }
      }
      if (!block.leaders().isEmpty()) {
        write(csv, "leaders", block.title(), "", "", "", "", block.leaders());
      }
      for (Change one : block.changes()) {
        write(csv, "before", block.title(), one.group(), "", one.before(), "", "");
        write(csv, "after", block.title(), one.group(), "", one.after(), "", one.says());
      }
    }
    for (Rank one : report.causes()) {
      write(csv, "causes", "", one.what(), "", one.score(), "", one.why());
    }
    for (Rank one : report.aspects()) {
      write(csv, "readiness", "", one.what(), "", one.score(), "", one.why());
    }
    for (Rank one : report.order()) {
      write(csv, "order", "", one.what(), "", one.score(), "", one.why());
    }
    for (Written one : report.texts()) {
      for (String text : one.texts()) {
        write(csv, "texts", one.title(), "", "", text, "", "");
      }
    }
    csv.flush();
  }

  private static void write(CsvWriter csv, String... cells) {
    csv.writeRecord(Arrays.stream(cells).map(SpreadsheetCell::safe).toArray(String[]::new));
  }

  private Report report(RoundRow round, List<RoundRow> rounds, UnaryOperator<String> departments) {
    List<RoundRow> earlier =
        rounds.stream().filter(one -> one.toldAt().isBefore(round.toldAt())).toList();
    return reports.of(round, earlier, departments);
  }

  private static RoundRow find(List<RoundRow> rounds, String activity, int round) {
    return rounds.stream()
        .filter(one -> one.activity().equals(activity) && one.round() == round)
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private Asked asked(
      String activity,
      List<SurveyRow> rows,
      List<RoundRow> rounds,
      UnaryOperator<String> departments) {
    List<String> open = new ArrayList<>();
    List<String> waiting = new ArrayList<>();
    for (SurveyRow survey : rows) {
      String department = departments.apply(survey.rollout().value());
      if (!survey.closed()) {
        open.add(
            words.say("results.open", department, rate(survey), words.moment(survey.closesAt())));
      } else if (waits(survey, rounds)) {
        waiting.add(department);
      }
    }
    return new Asked(
        activity,
        words.text(rows.get(0).title()),
        open,
        waiting,
        rounds.stream().filter(one -> one.activity().equals(activity)).toList());
  }

  /** In tens of percents, and not at all of so few people that it would tell who. */
  private String rate(SurveyRow survey) {
    if (survey.invited() < 2 * survey.smallestGroup()) {
      return words.say("results.few", 2 * survey.smallestGroup());
    }
    double share = Math.min(1.0, (double) survey.participated() / survey.invited());
    return words.say("results.rate", words.percent(Math.round(share * TENTHS) / TENTHS));
  }

  private static boolean waits(SurveyRow survey, List<RoundRow> rounds) {
    return survey.closed() && rounds.stream().noneMatch(one -> one.tells(survey.survey()));
  }

  private Map<String, List<SurveyRow>> byActivity(CampaignId campaign) {
    Map<String, List<SurveyRow>> rows = new TreeMap<>();
    for (RolloutRow rollout : rollouts.ofCampaign(campaign)) {
      for (SurveyRow survey : surveys.ofRollout(rollout.rollout())) {
        rows.computeIfAbsent(survey.activity(), none -> new ArrayList<>()).add(survey);
      }
    }
    return rows;
  }

  private UnaryOperator<String> departments(CampaignId campaign) {
    Function<DepartmentId, String> called = names.departments();
    Map<String, String> byRollout = new HashMap<>();
    for (RolloutRow rollout : rollouts.ofCampaign(campaign)) {
      byRollout.put(rollout.rollout().value(), called.apply(rollout.department()));
    }
    return rollout -> byRollout.getOrDefault(rollout, rollout);
  }
}
