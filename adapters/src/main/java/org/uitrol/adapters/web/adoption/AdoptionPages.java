package org.uitrol.adapters.web.adoption;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.uitrol.adapters.web.shared.Names;
import org.uitrol.adapters.web.shared.NotFound;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.application.adoption.view.Adoption;
import org.uitrol.application.adoption.view.AdoptionFunnel;
import org.uitrol.application.adoption.view.AdoptionStep;
import org.uitrol.application.adoption.view.LookStore;
import org.uitrol.application.campaign.view.CampaignRow;
import org.uitrol.application.campaign.view.CampaignStore;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.TimeTravel;
import org.uitrol.domain.adoption.Headcount;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;

/** How many people of each department came how far, and how many keep using what they got. */
@Controller
class AdoptionPages {

  private static final double WHOLE = 100;
  private static final int LOOKS = 200;

  private final Adoption adoption;
  private final LookStore looks;
  private final CampaignStore campaigns;
  private final CommandDesk desk;
  private final Names names;
  private final Words words;

  AdoptionPages(
      Adoption adoption,
      LookStore looks,
      CampaignStore campaigns,
      CommandDesk desk,
      Names names,
      Words words) {
    this.looks = looks;
    this.adoption = adoption;
    this.campaigns = campaigns;
    this.desk = desk;
    this.names = names;
    this.words = words;
  }

  /** That somebody looked at one person's use; not at whose. */
  record Looked(String who, String when, String why) {}

  /** A department, or all of them, with what is told of each step. */
  record Line(String name, int people, List<Cell> cells) {}

  /**
   * What is told of one step.
   *
   * @param known whether there is anything to tell, or to withhold
   * @param words how many people came so far
   * @param sure how long the part of a bar is that is sure, in hundredths
   * @param maybe how much longer it may be
   */
  record Cell(AdoptionStep step, boolean known, String words, double sure, double maybe) {}

  @GetMapping("/campaigns/{campaign}/adoption")
  String adoption(@PathVariable CampaignId campaign, Model model) {
    CampaignRow row = campaigns.find(campaign).orElseThrow(NotFound::new);
    model.addAttribute("campaign", campaign);
    model.addAttribute("campaignTitle", words.text(row.title()));
    model.addAttribute("steps", AdoptionStep.values());
    Adoption.Figures figures = adoption.of(campaign, TimeTravel.orNow(desk.now())).orElse(null);
    model.addAttribute("figures", figures);
    model.addAttribute(
        "looks",
        looks.ofCampaign(campaign, LOOKS).stream()
            .map(
                one ->
                    new Looked(
                        names.account(one.by()), words.moment(one.at()), words.of(one.reason())))
            .toList());
    if (figures != null) {
      AdoptionFunnel funnel = figures.funnel();
      Function<DepartmentId, String> departments = names.departments();
      model.addAttribute("smallest", figures.smallest().size());
      model.addAttribute(
          "lines",
          funnel.departments().stream()
              .map(one -> line(one, department(one, departments)))
              .toList());
      model.addAttribute("total", line(funnel.total(), words.say("adoption.total")));
      Headcount unnamed = figures.unnamed();
      model.addAttribute(
          "unnamed",
          unnamed == null
              ? ""
              : words.say("adoption.unnamed", told(unnamed), words.number(unnamed.people())));
    }
    return "adoption/adoption";
  }

  private static String department(
      AdoptionFunnel.Row row, Function<DepartmentId, String> departments) {
    DepartmentId department = row.department();
    return department == null ? "" : departments.apply(department);
  }

  private Line line(AdoptionFunnel.Row row, String name) {
    return new Line(
        name,
        row.people(),
        Arrays.stream(AdoptionStep.values()).map(step -> cell(row, step)).toList());
  }

  private Cell cell(AdoptionFunnel.Row row, AdoptionStep step) {
    Headcount count = row.counts().get(step);
    if (count == null) {
      return new Cell(step, false, words.say("adoption.notKnown"), 0, 0);
    }
    int people = Math.max(1, count.people());
    return count.isWithheld()
        ? new Cell(step, true, told(count), 0, 0)
        : new Cell(
            step,
            true,
            told(count),
            WHOLE * count.atLeast() / people,
            WHOLE * (count.atMost() - count.atLeast()) / people);
  }

  private String told(Headcount count) {
    if (count.isExact()) {
      return words.number(count.atLeast());
    } else if (count.isWithheld()) {
      return words.say("adoption.withheld");
    }
    return words.say("adoption.range", words.number(count.atLeast()), words.number(count.atMost()));
  }
}
