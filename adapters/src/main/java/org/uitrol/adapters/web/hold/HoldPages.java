package org.uitrol.adapters.web.hold;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.adapters.web.shared.Done;
import org.uitrol.adapters.web.shared.Names;
import org.uitrol.adapters.web.shared.Orders;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.application.campaign.view.CampaignRow;
import org.uitrol.application.campaign.view.CampaignStore;
import org.uitrol.application.hold.Holds;
import org.uitrol.application.hold.port.PastDue.Due;
import org.uitrol.application.hold.port.PastDue.Part;
import org.uitrol.application.shared.TimerKey;
import org.uitrol.domain.hold.DueItem;
import org.uitrol.domain.hold.DueKind;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.Keys;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;

/** For administrators: what is past due while there is a hold, and letting it go. */
@Controller
class HoldPages {

  private static final int PAGE = 50;
  private static final int LAST_PAGE = 100_000;

  private final Holds holds;
  private final CampaignStore campaigns;
  private final Orders orders;
  private final Names names;
  private final Words words;

  HoldPages(Holds holds, CampaignStore campaigns, Orders orders, Names names, Words words) {
    this.holds = holds;
    this.campaigns = campaigns;
    this.orders = orders;
    this.names = names;
    this.words = words;
  }

  /** What the reader looks at. */
  record Asked(String kind, String campaign, int page) {

    static Asked of(@Nullable String kind, @Nullable String campaign, @Nullable Integer page) {
      return new Asked(
          Objects.requireNonNullElse(kind, ""),
          Objects.requireNonNullElse(campaign, ""),
          Math.max(0, Math.min(Objects.requireNonNullElse(page, 0), LAST_PAGE)));
    }

    Part part() {
      return new Part(
          Keys.find(DueKind.class, kind).orElse(null),
          campaign.isBlank() ? null : new CampaignId(campaign));
    }
  }

  /** One thing that is past due, in words. */
  record Shown(Due due, String what, String to, String campaign) {}

  @GetMapping("/hold")
  String hold(
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String campaign,
      @RequestParam(required = false) @Nullable Integer page,
      Model model) {
    show(Asked.of(kind, campaign, page), model);
    return "hold/hold";
  }

  @PostMapping("/hold/release")
  ModelAndView release(
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal ConsoleUser user,
      Model model,
      RedirectAttributes next) {
    try {
      holds.release(reason, user.id());
    } catch (Rejected refused) {
      model.addAttribute("refusedAll", words.rejected(refused));
      model.addAttribute("reasonAll", reason);
      return refused(Asked.of(null, null, null), model);
    }
    orders.settle();
    Done.say(next, words.say("hold.isReleased"));
    return new ModelAndView("redirect:/hold");
  }

  @PostMapping("/hold/due")
  ModelAndView decide(
      @RequestParam(required = false) @Nullable List<String> item,
      @RequestParam(defaultValue = "") String what,
      @RequestParam(defaultValue = "false") boolean whole,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String campaign,
      @AuthenticationPrincipal ConsoleUser user,
      Model model,
      RedirectAttributes next) {
    Asked asked = Asked.of(kind, campaign, 0);
    boolean goes = what.equals("release");
    try {
      if (!goes && !what.equals("discard")) {
        throw new Rejected("NOTHING_CHOSEN");
      }
      List<String> chosen = Objects.requireNonNullElse(item, List.of());
      int decided = decide(goes, whole, asked.part(), chosen, reason, user);
      Done.say(next, words.say(goes ? "hold.wentOn" : "hold.wasDiscarded", decided));
    } catch (Rejected refused) {
      model.addAttribute("refused", words.rejected(refused));
      model.addAttribute("reason", reason);
      return refused(asked, model);
    }
    orders.settle();
    next.addAttribute("kind", asked.kind());
    next.addAttribute("campaign", asked.campaign());
    return new ModelAndView("redirect:/hold");
  }

  private int decide(
      boolean goes,
      boolean whole,
      Part part,
      List<String> chosen,
      String reason,
      ConsoleUser user) {
    if (whole) {
      return goes ? holds.release(part, reason, user.id()) : holds.discard(part, reason, user.id());
    }
    List<DueItem> items = chosen.stream().map(DueItem::of).toList();
    return goes ? holds.release(items, reason, user.id()) : holds.discard(items, reason, user.id());
  }

  private ModelAndView refused(Asked asked, Model model) {
    show(asked, model);
    return new ModelAndView("hold/hold", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private void show(Asked asked, Model model) {
    boolean on = holds.lasting().isPresent();
    List<Due> due = on ? holds.list(asked.part(), asked.page() * PAGE, PAGE + 1) : List.of();
    List<Due> shown = due.stream().limit(PAGE).toList();
    Function<PersonId, String> people =
        names.people(shown.stream().map(Due::to).filter(Objects::nonNull).distinct().toList());
    Map<DueKind, Integer> counts = on ? holds.counts(asked.part()) : Map.of();
    model.addAttribute("hold", holds.lasting().orElse(null));
    model.addAttribute("due", shown.stream().map(one -> shown(one, people)).toList());
    model.addAttribute("counts", counts);
    model.addAttribute("total", counts.values().stream().mapToInt(Integer::intValue).sum());
    model.addAttribute("asked", asked);
    model.addAttribute("more", due.size() > PAGE);
    model.addAttribute(
        "kinds",
        Arrays.stream(DueKind.values()).collect(Collectors.toMap(Keys::of, Function.identity())));
    model.addAttribute("campaigns", campaigns.list());
    model.asMap().putIfAbsent("reason", "");
    model.asMap().putIfAbsent("reasonAll", "");
  }

  private Shown shown(Due due, Function<PersonId, String> people) {
    PersonId to = due.to();
    CampaignId campaign = due.campaign();
    return new Shown(
        due,
        what(due),
        to == null ? Objects.requireNonNullElse(due.elsewhere(), "") : people.apply(to),
        campaign == null
            ? ""
            : campaigns
                .find(campaign)
                .map(CampaignRow::title)
                .map(words::text)
                .orElse(campaign.value()));
  }

  private String what(Due due) {
    return switch (due.item().kind()) {
      case TIMER -> words.of(TimerKey.of(due.item().key()).kind());
      case HANDOUT -> words.say("hold.checkpoint", due.what());
      case MAIL, MESSAGE -> due.what();
    };
  }
}
