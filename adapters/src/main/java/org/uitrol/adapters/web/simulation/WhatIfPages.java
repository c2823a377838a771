package org.uitrol.adapters.web.simulation;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.uitrol.adapters.files.campaign.Problem;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.adapters.simulation.RunningWhatIfs;
import org.uitrol.adapters.simulation.RunningWhatIfs.Question;
import org.uitrol.adapters.simulation.RunningWhatIfs.Replay;
import org.uitrol.adapters.web.campaign.PlanSources;
import org.uitrol.adapters.web.campaign.PlanUpload;
import org.uitrol.adapters.web.campaign.PlanUpload.Reading;
import org.uitrol.adapters.web.shared.NotFound;
import org.uitrol.adapters.web.shared.Orders;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.application.campaign.Plans;
import org.uitrol.application.campaign.view.CampaignRow;
import org.uitrol.application.campaign.view.CampaignStore;
import org.uitrol.application.campaign.view.VersionRow;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.Rejected;

/** Replays a campaign under another plan and shows what would have differed. */
@Controller
class WhatIfPages {

  private static final Duration SHORT_REPLAY = Duration.ofMillis(1_500);
  private static final String LOOK_AGAIN_SECONDS = "3";
  private static final String FILE = "campaign.yaml";

  private final CampaignStore campaigns;
  private final Plans plans;
  private final PlanSources sources;
  private final PlanUpload upload;
  private final RunningWhatIfs replays;
  private final SideBySide sides;
  private final Orders orders;
  private final Words words;

  WhatIfPages(
      CampaignStore campaigns,
      Plans plans,
      PlanSources sources,
      PlanUpload upload,
      RunningWhatIfs replays,
      SideBySide sides,
      Orders orders,
      Words words) {
    this.campaigns = campaigns;
    this.plans = plans;
    this.sources = sources;
    this.upload = upload;
    this.replays = replays;
    this.sides = sides;
    this.orders = orders;
    this.words = words;
  }

  /**
   * What was typed.
   *
   * @param under {@code version}, {@code plan} or {@code recorded}
   * @param version one of the stored versions
   * @param plan a campaign file
   * @param until a date, the last that counts; today when empty
   */
  record Asked(
      @Nullable String under,
      @Nullable Integer version,
      @Nullable String plan,
      @Nullable String until) {}

  @GetMapping("/campaigns/{campaign}/what-if")
  String form(@PathVariable String campaign, Model model) {
    CampaignRow row = find(campaign);
    int version = row.version();
    show(
        model,
        row,
        new Asked("plan", version, sources.text(row.campaign(), version), ""),
        List.of());
    return "simulation/what-if";
  }

  /** A short replay is over before the next page comes. */
  @PostMapping("/campaigns/{campaign}/what-if")
  ModelAndView run(
      @PathVariable String campaign,
      @ModelAttribute("asked") Asked asked,
      @AuthenticationPrincipal ConsoleUser user,
      Model model)
      throws InterruptedException {
    CampaignRow row = find(campaign);
    try {
      Instant until = until(asked.until());
      String under = Objects.requireNonNullElse(asked.under(), "");
      Question question;
      if (under.equals("plan")) {
        String source = Objects.requireNonNullElse(asked.plan(), "");
        Reading reading = upload.readOnly(FILE, source);
        Plan plan = reading.plan();
        if (plan == null) {
          return refused(model, row, asked, null, reading.problems());
        }
        if (!plan.campaign().equals(row.campaign())) {
          return refused(model, row, asked, words.say("whatif.otherCampaign"), List.of());
        }
        question = new Question(row.campaign(), null, plan, source, until, user.id());
      } else if (under.equals("recorded")) {
        question = new Question(row.campaign(), null, null, "", until, user.id());
      } else {
        int version = version(row, asked.version());
        question =
            new Question(
                row.campaign(),
                version,
                plans.plan(row.campaign(), version),
                sources.text(row.campaign(), version),
                until,
                user.id());
      }
      Replay replay = replays.start(question);
      replay.await(SHORT_REPLAY);
      return new ModelAndView("redirect:/campaigns/" + campaign + "/what-if/" + replay.id());
    } catch (Rejected why) {
      return refused(model, row, asked, words.rejected(why), List.of());
    } catch (DateTimeParseException typo) {
      return refused(model, row, asked, words.say("whatif.noDate"), List.of());
    }
  }

  /** How far a replay is, or what came of it; while it is at work, the browser looks again. */
  @GetMapping("/campaigns/{campaign}/what-if/{run}")
  String result(
      @PathVariable String campaign,
      @PathVariable String run,
      @AuthenticationPrincipal ConsoleUser user,
      Model model,
      HttpServletResponse response) {
    CampaignRow row = find(campaign);
    Replay replay = replays.find(row.campaign(), run, user.id()).orElseThrow(NotFound::new);
    if (replay.isUnderWay()) {
      response.setHeader("Refresh", LOOK_AGAIN_SECONDS);
    }
    model.addAttribute("campaign", row);
    model.addAttribute("campaignTitle", words.text(row.title()));
    model.addAttribute("replay", replay);
    model.addAttribute("under", under(replay.question()));
    model.addAttribute("until", words.day(replay.question().until()));
    model.addAttribute("refused", replay.refused().map(words::rejected).orElse(""));
    replay
        .result()
        .ifPresent(
            found -> {
              List<Plan> known = known(row, replay.question());
              model.addAttribute("found", found);
              model.addAttribute("fidelity", sides.fidelity(found));
              model.addAttribute("parting", sides.parting(found.parting()));
              model.addAttribute("departments", sides.departments(found, known));
              model.addAttribute("unknown", sides.unknown(found, known));
            });
    return "simulation/result";
  }

  @PostMapping("/campaigns/{campaign}/what-if/{run}/stop")
  String stop(
      @PathVariable String campaign,
      @PathVariable String run,
      @AuthenticationPrincipal ConsoleUser user)
      throws InterruptedException {
    Replay replay =
        replays.find(new CampaignId(campaign), run, user.id()).orElseThrow(NotFound::new);
    replays.stop(replay);
    replay.await(SHORT_REPLAY);
    return "redirect:/campaigns/" + campaign + "/what-if/" + run;
  }

  private String under(Question question) {
    if (question.version() != null) {
      return words.say("whatif.under.version", question.version());
    }
    return words.say(question.plan() == null ? "whatif.under.recorded" : "whatif.under.plan");
  }

  private List<Plan> known(CampaignRow row, Question question) {
    List<Plan> known = new ArrayList<>();
    known.add(plans.plan(row.campaign(), row.version()));
    if (question.plan() != null) {
      known.add(question.plan());
    }
    return known;
  }

  /** The end of that day, or now when it isn't over. */
  private Instant until(@Nullable String typed) {
    Instant now = orders.now();
    if (typed == null || typed.isBlank()) {
      return now;
    }
    Instant end = LocalDate.parse(typed.strip()).plusDays(1).atStartOfDay(words.zone()).toInstant();
    return end.isAfter(now) ? now : end;
  }

  private static int version(CampaignRow row, @Nullable Integer typed) {
    if (typed == null
        || row.versions().stream().map(VersionRow::version).noneMatch(typed::equals)) {
      throw new Rejected("UNKNOWN_VERSION");
    }
    return typed;
  }

  private ModelAndView refused(
      Model model, CampaignRow row, Asked asked, @Nullable String why, List<Problem> problems) {
    if (why != null) {
      model.addAttribute("refused", why);
    }
    show(model, row, asked, problems);
    return new ModelAndView("simulation/what-if", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private void show(Model model, CampaignRow row, Asked asked, List<Problem> problems) {
    model.addAttribute("campaign", row);
    model.addAttribute("campaignTitle", words.text(row.title()));
    model.addAttribute("asked", asked);
    model.addAttribute("problems", problems);
  }

  private CampaignRow find(String campaign) {
    return campaigns.find(new CampaignId(campaign)).orElseThrow(NotFound::new);
  }
}
