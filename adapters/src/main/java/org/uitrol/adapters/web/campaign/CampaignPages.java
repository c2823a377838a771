package org.uitrol.adapters.web.campaign;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uitrol.adapters.files.campaign.Problem;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.web.campaign.PlanUpload.Outcome;
import org.uitrol.adapters.web.shared.Done;
import org.uitrol.adapters.web.shared.Names;
import org.uitrol.adapters.web.shared.NotFound;
import org.uitrol.adapters.web.shared.Orders;
import org.uitrol.adapters.web.shared.SkillWords;
import org.uitrol.adapters.web.shared.Uploads;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.application.campaign.Plans;
import org.uitrol.application.campaign.view.AmendmentRow;
import org.uitrol.application.campaign.view.CampaignRow;
import org.uitrol.application.campaign.view.CampaignStore;
import org.uitrol.application.campaign.view.VersionRow;
import org.uitrol.application.campaign.view.WaveRow;
import org.uitrol.application.directory.view.DepartmentRow;
import org.uitrol.application.directory.view.DirectoryStore;
import org.uitrol.application.rollout.view.RolloutRow;
import org.uitrol.application.rollout.view.RolloutStore;
import org.uitrol.domain.campaign.CampaignCommand;
import org.uitrol.domain.campaign.CampaignCommand.AmendCampaign;
import org.uitrol.domain.campaign.CampaignCommand.ApprovePlan;
import org.uitrol.domain.campaign.CampaignCommand.CancelCampaign;
import org.uitrol.domain.campaign.CampaignCommand.DropAmendment;
import org.uitrol.domain.campaign.CampaignCommand.LaunchCampaign;
import org.uitrol.domain.campaign.CampaignCommand.PauseCampaign;
import org.uitrol.domain.campaign.CampaignCommand.ResumeCampaign;
import org.uitrol.domain.campaign.CampaignCommand.ReturnPlan;
import org.uitrol.domain.campaign.CampaignCommand.SubmitPlan;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.campaign.Plan.After;
import org.uitrol.domain.rollout.RolloutStatus;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.Reasons;
import org.uitrol.domain.shared.Rejected;

/** Campaigns: the list, a new plan, one campaign with its board, and the steps in its life. */
@Controller
class CampaignPages {

  private static final String FILE = "campaign.yaml";

  private final CampaignStore campaigns;
  private final RolloutStore rollouts;
  private final DirectoryStore directory;
  private final Plans plans;
  private final PlanUpload upload;
  private final PlanSources sources;
  private final SkillWords skills;
  private final Orders orders;
  private final Names names;
  private final Words words;

  CampaignPages(
      CampaignStore campaigns,
      RolloutStore rollouts,
      DirectoryStore directory,
      Plans plans,
      PlanUpload upload,
      PlanSources sources,
      SkillWords skills,
      Orders orders,
      Names names,
      Words words) {
    this.campaigns = campaigns;
    this.rollouts = rollouts;
    this.directory = directory;
    this.plans = plans;
    this.upload = upload;
    this.sources = sources;
    this.skills = skills;
    this.orders = orders;
    this.names = names;
    this.words = words;
  }

  /** A campaign in the list. */
  record Listed(CampaignRow campaign, int departments, int through) {}

  /** A department on the board, with its cells by stage. */
  record BoardRow(String department, @Nullable RolloutRow rollout, List<Cell> cells, String wave) {}

  /**
   * A department in a stage.
   *
   * @param look the class of its sign
   * @param words what it says
   * @param detail since when, or until when
   */
  record Cell(boolean now, String look, String words, String detail) {}

  /** A line of a plan, with what is wrong in it. */
  record Line(int number, String text, List<Problem> problems) {}

  @GetMapping("/campaigns")
  String list(Model model) {
    List<Listed> listed =
        campaigns.list().stream()
            .map(
                campaign -> {
                  List<RolloutRow> rows = rollouts.ofCampaign(campaign.campaign());
                  int through =
                      (int)
                          rows.stream()
                              .filter(row -> row.status() == RolloutStatus.COMPLETED)
                              .count();
                  return new Listed(campaign, departments(campaign), through);
                })
            .toList();
    model.addAttribute("campaigns", listed);
    return "campaign/campaigns";
  }

  @GetMapping("/campaigns/new")
  String blank(Model model) {
    show(model, "", List.of());
    return "campaign/plan";
  }

  /** The latest plan, to write its next version. */
  @GetMapping("/campaigns/{campaign}/plan")
  String next(@PathVariable String campaign, Model model) {
    CampaignRow row = find(campaign);
    show(model, sources.text(row.campaign(), row.newestVersion()), List.of());
    model.addAttribute("campaign", row);
    return "campaign/plan";
  }

  @PostMapping("/campaigns")
  ModelAndView take(
      @RequestParam(defaultValue = "") String plan,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(defaultValue = "draft") String then,
      @AuthenticationPrincipal ConsoleUser user,
      Model model,
      RedirectAttributes next)
      throws IOException {
    String source = plan;
    String name = FILE;
    if (file != null && !file.isEmpty()) {
      source = new String(Uploads.bytes(file), StandardCharsets.UTF_8);
      name = Objects.requireNonNullElse(file.getOriginalFilename(), FILE);
    }
    if (source.isBlank()) {
      model.addAttribute("refused", words.say("plan.empty"));
      show(model, "", List.of());
      return new ModelAndView("campaign/plan", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    boolean onlyCheck = then.equals("check");
    try {
      Outcome outcome =
          onlyCheck ? upload.check(name, source) : upload.draft(name, source, user.id());
      if (outcome.isGood() && !onlyCheck) {
        orders.settle();
        Done.say(next, words.say("plan.drafted", outcome.version()));
        return new ModelAndView("redirect:/campaigns/" + outcome.campaign().orElseThrow());
      }
      model.addAttribute("checked", outcome.isGood());
      show(model, source, outcome.problems());
      return new ModelAndView(
          "campaign/plan",
          model.asMap(),
          outcome.isGood() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    } catch (Rejected refused) {
      model.addAttribute("refused", words.rejected(refused));
      show(model, source, List.of());
      return new ModelAndView("campaign/plan", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  @GetMapping("/campaigns/{campaign}")
  String campaign(
      @PathVariable String campaign, @AuthenticationPrincipal ConsoleUser user, Model model) {
    CampaignRow row = find(campaign);
    model.addAttribute("campaign", row);
    model.addAttribute("title", words.text(row.title()));
    model.addAttribute("author", names.account(row.author()));
    model.addAttribute("approver", names.account(row.approvedBy()));
    model.addAttribute("steps", user.is(Role.CHANGE_MANAGER) ? Step.of(row, user) : List.of());
    model.addAttribute("own", row.author().equals(user.id()));
    model.addAttribute("stages", StageName.values());
    model.addAttribute("board", board(row));
    model.addAttribute("waves", waves(row));
    model.addAttribute("versions", versions(row));
    model.addAttribute("paths", skills.told(plans.plan(row.campaign(), row.version())));
    model.addAttribute("editable", user.is(Role.CHANGE_MANAGER) && !row.status().isOver());
    return "campaign/campaign";
  }

  @GetMapping("/campaigns/{campaign}/versions/{version}")
  ResponseEntity<byte[]> file(@PathVariable String campaign, @PathVariable int version) {
    CampaignRow row = find(campaign);
    if (row.versions().stream().noneMatch(one -> one.version() == version)) {
      throw new NotFound();
    }
    String source = sources.text(row.campaign(), version);
    return ResponseEntity.ok()
        .contentType(new MediaType("application", "yaml", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(row.campaign() + "-" + version + ".yaml")
                .build()
                .toString())
        .body(source.getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping("/campaigns/{campaign}/steps/{step}")
  String ask(@PathVariable String campaign, @PathVariable String step, Model model) {
    show(model, find(campaign), Step.of(step).orElseThrow(NotFound::new), "");
    return "campaign/step";
  }

  @PostMapping("/campaigns/{campaign}/steps/{step}")
  ModelAndView take(
      @PathVariable String campaign,
      @PathVariable String step,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal ConsoleUser user,
      Model model,
      RedirectAttributes next) {
    CampaignRow row = find(campaign);
    Step chosen = Step.of(step).orElseThrow(NotFound::new);
    try {
      if (chosen.hasReason()) {
        Reasons.require(reason);
      }
      orders.send(user, at -> command(row.campaign(), chosen, user, reason.strip(), at));
    } catch (Rejected refused) {
      model.addAttribute("refused", words.rejected(refused));
      show(model, row, chosen, reason);
      return new ModelAndView("campaign/step", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    Done.say(next, words.say("step.done." + chosen.key()));
    return new ModelAndView("redirect:/campaigns/" + row.campaign());
  }

  private CampaignCommand command(
      CampaignId campaign, Step step, ConsoleUser user, String reason, Instant at) {
    return switch (step) {
      case SUBMIT -> new SubmitPlan(campaign, user.id(), at);
      case APPROVE -> new ApprovePlan(campaign, user.id(), at);
      case RETURN -> new ReturnPlan(campaign, user.id(), reason, at);
      case LAUNCH -> new LaunchCampaign(campaign, user.id(), everybody(), at);
      case PAUSE -> new PauseCampaign(campaign, user.id(), reason, at);
      case RESUME -> new ResumeCampaign(campaign, user.id(), at);
      case CANCEL -> new CancelCampaign(campaign, user.id(), reason, at);
      case AMEND -> new AmendCampaign(campaign, amendment(campaign), user.id(), everybody(), at);
      case DROP -> new DropAmendment(campaign, amendment(campaign), user.id(), reason, at);
    };
  }

  private Map<DepartmentId, Integer> everybody() {
    return directory.departments().stream()
        .collect(Collectors.toMap(DepartmentRow::id, row -> Math.toIntExact(row.members())));
  }

  private int amendment(CampaignId campaign) {
    return campaigns
        .find(campaign)
        .map(CampaignRow::amendment)
        .map(AmendmentRow::version)
        .orElseThrow(NotFound::new);
  }

  private void show(Model model, CampaignRow row, Step step, String reason) {
    model.addAttribute("campaign", row);
    model.addAttribute("title", words.text(row.title()));
    model.addAttribute("heading", words.of(step));
    model.addAttribute("step", step);
    model.addAttribute("reason", reason);
    model.addAttribute("waves", step == Step.LAUNCH ? waves(row) : List.of());
  }

  private static void show(Model model, String source, List<Problem> problems) {
    model.addAttribute("source", source);
    model.addAttribute("problems", problems);
    model.addAttribute("lines", problems.isEmpty() ? List.of() : lines(source, problems));
  }

  private static List<Line> lines(String source, List<Problem> problems) {
    TreeMap<Integer, List<Problem>> byLine = new TreeMap<>();
    problems.forEach(
        problem -> byLine.computeIfAbsent(problem.line(), line -> new ArrayList<>()).add(problem));
    String[] texts = source.split("\r\n|\n|\r", -1);
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < texts.length; i++) {
      lines.add(new Line(i + 1, texts[i], byLine.getOrDefault(i + 1, List.of())));
    }
    return lines;
  }

  private CampaignRow find(String campaign) {
    return campaigns.list().stream()
        .filter(row -> row.campaign().value().equals(campaign))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private static int departments(CampaignRow campaign) {
    return campaign.waves().stream().mapToInt(wave -> wave.departments().size()).sum();
  }

  /**
   * A wave with its departments by name, or what the plan says of them before they are known.
   *
   * @param waits what it waits for; empty when it starts on a date
   */
  record Wave(WaveRow wave, String departments, String waits) {}

  private List<Wave> waves(CampaignRow campaign) {
    Function<DepartmentId, String> called = names.departments();
    Map<String, Plan.Wave> planned =
        plans.plan(campaign.campaign(), campaign.version()).waves().stream()
            .collect(Collectors.toMap(Plan.Wave::name, wave -> wave));
    return campaign.waves().stream()
        .map(row -> wave(row, planned.get(row.wave()), called))
        .toList();
  }

  private Wave wave(
      WaveRow row, Plan.@Nullable Wave planned, Function<DepartmentId, String> called) {
    String departments = row.departments().stream().map(called).collect(Collectors.joining(", "));
    After after = planned == null ? null : planned.after();
    if (planned != null && departments.isEmpty()) {
      Integer share = planned.share();
      departments = share == null ? words.say("waves.others") : words.say("waves.share", share);
    }
    return new Wave(row, departments, after == null ? "" : waits(after));
  }

  private String waits(After after) {
    Integer reached = after.reached();
    String stage = words.of(after.stage());
    String until =
        reached == null
            ? words.say("waves.waitsForAll", after.wave(), stage)
            : words.say("waves.waitsForShare", after.wave(), stage, reached);
    return after.plus() == 0 ? until : until + " " + words.say("waves.plus", after.plus());
  }

  /** A version of the plan. */
  record Version(VersionRow version, String author) {}

  private List<Version> versions(CampaignRow campaign) {
    List<Version> versions = new ArrayList<>();
    for (VersionRow version : campaign.versions()) {
      versions.add(0, new Version(version, names.account(version.author())));
    }
    return versions;
  }

  private List<BoardRow> board(CampaignRow campaign) {
    Function<DepartmentId, String> called = names.departments();
    List<RolloutRow> rows = rollouts.ofCampaign(campaign.campaign());
    List<BoardRow> board = new ArrayList<>();
    for (WaveRow wave : campaign.waves()) {
      for (DepartmentId department : wave.departments()) {
        RolloutRow rollout =
            rows.stream()
                .filter(row -> row.department().equals(department))
                .findFirst()
                .orElse(null);
        List<Cell> cells =
            Stream.of(StageName.values()).map(stage -> cell(stage, rollout, wave)).toList();
        board.add(new BoardRow(called.apply(department), rollout, cells, wave.wave()));
      }
    }
    return board;
  }

  private Cell cell(StageName stage, @Nullable RolloutRow rollout, WaveRow wave) {
    if (rollout == null) {
      boolean first = stage == StageName.ANNOUNCE;
      boolean waits = first && wave.startedAt() != null;
      return new Cell(
          false,
          waits ? "wait" : "",
          words.say(waits ? "board.queued" : "board.notYet"),
          first && !waits && wave.dueAt() != null ? words.day(wave.dueAt()) : "");
    }
    var entered =
        rollout.stages().stream().filter(row -> row.stage() == stage).findFirst().orElse(null);
    if (entered == null) {
      return new Cell(false, "", words.say("board.notYet"), "");
    }
    if (entered.openedAt() != null) {
      return new Cell(false, "good", words.say("board.through"), words.day(entered.openedAt()));
    }
    String since = words.say("board.since", words.day(entered.enteredAt()));
    if (rollout.status() == RolloutStatus.CANCELLED) {
      return new Cell(true, "bad", words.of(rollout.status()), since);
    } else if (rollout.status() == RolloutStatus.PAUSED) {
      return new Cell(true, "stop", words.of(rollout.status()), since);
    } else if (!rollout.holds().isEmpty()) {
      return new Cell(true, "stop", words.say("board.held"), since);
    } else if (rollout.overdue()) {
      return new Cell(true, "warn", words.say("board.overdue"), since);
    }
    return new Cell(true, "go", words.say("board.busy"), since);
  }
}
