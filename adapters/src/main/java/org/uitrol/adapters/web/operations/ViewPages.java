package org.uitrol.adapters.web.operations;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uitrol.adapters.persistence.eventstore.Processors;
import org.uitrol.adapters.rebuild.RebuildRun;
import org.uitrol.adapters.rebuild.Rebuilds;
import org.uitrol.adapters.rebuild.Rebuilds.View;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.adapters.web.shared.Done;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.domain.rebuild.RebuildEvent;
import org.uitrol.domain.rebuild.RebuildEvent.RebuildBegun;
import org.uitrol.domain.rebuild.RebuildEvent.RebuildStopped;
import org.uitrol.domain.rebuild.RebuildEvent.RebuildSwitched;

/** What pages show is filled anew from the history here, one view at a time or all of them. */
@Controller
class ViewPages {

  private static final String BACK = "redirect:/operations/views";

  private final Rebuilds rebuilds;
  private final Processors processors;
  private final Words words;

  ViewPages(Rebuilds rebuilds, Processors processors, Words words) {
    this.rebuilds = rebuilds;
    this.processors = processors;
    this.words = words;
  }

  /**
   * A view as it is shown.
   *
   * @param lag how many events the present one still has to see
   * @param percent how far the new one is; -1 when there is none
   * @param how how far that is, in words
   * @param last what happened about it last, in words
   */
  record Line(
      String name,
      String about,
      long lag,
      int percent,
      String how,
      boolean stopping,
      String last) {}

  @GetMapping("/operations/views")
  String views(Model model) {
    Map<String, Long> lag = processors.lag();
    List<Line> lines = rebuilds.views().stream().map(view -> line(view, lag)).toList();
    model.addAttribute("views", lines);
    model.addAttribute("busy", lines.stream().anyMatch(line -> line.percent() >= 0));
    return "operations/views";
  }

  @PostMapping("/operations/views/{view}/fill")
  String fill(
      @PathVariable String view,
      @AuthenticationPrincipal ConsoleUser user,
      RedirectAttributes next) {
    rebuilds.begin(view, user.id(), user.actor());
    Done.say(next, words.say("views.begun"));
    return BACK;
  }

  /** All that aren't being filled already. */
  @PostMapping("/operations/views")
  String fillAll(@AuthenticationPrincipal ConsoleUser user, RedirectAttributes next) {
    rebuilds.views().stream()
        .filter(view -> view.run() == null)
        .forEach(view -> rebuilds.begin(view.name(), user.id(), user.actor()));
    Done.say(next, words.say("views.begun"));
    return BACK;
  }

  @PostMapping("/operations/views/{view}/stop")
  String stop(@PathVariable String view, RedirectAttributes next) {
    rebuilds.stop(view);
    Done.say(next, words.say("views.stopping"));
    return BACK;
  }

  private Line line(View view, Map<String, Long> lag) {
    RebuildRun run = view.run();
    RebuildEvent last = view.last();
    return new Line(
        view.name(),
        words.say("views." + view.name().substring("view.".length())),
        lag.getOrDefault(view.name(), 0L),
        run == null ? -1 : run.percent(),
        run == null ? "" : how(run),
        run != null && run.stopping(),
        last == null ? words.say("views.never") : told(last));
  }

  private String how(RebuildRun run) {
    Duration left = run.left();
    String done = words.say("views.done", words.number(run.position()), words.number(run.head()));
    return left == null
        ? done
        : done + " · " + words.say("views.left", Math.max(1, left.toMinutes()));
  }

  private String told(RebuildEvent event) {
    String when = words.moment(event.at());
    if (event instanceof RebuildSwitched switched) {
      long differing = Math.max(switched.missing(), switched.surplus());
      return differing == 0
          ? words.say("views.same", when, words.number(switched.rows()))
          : words.say("views.differed", when, words.number(switched.rows()), differing);
    } else if (event instanceof RebuildStopped stopped) {
      return words.say("views.stopped", when, words.of(stopped.reason()));
    } else if (event instanceof RebuildBegun) {
      return words.say("views.underWay", when);
    }
    throw new IllegalStateException("no words for " + event);
  }
}
