package org.uitrol.adapters.web.demo;

import java.time.Instant;
import java.util.Optional;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uitrol.adapters.demo.DemoTour;
import org.uitrol.adapters.demo.TimeIsSimulated;
import org.uitrol.adapters.web.shared.Done;
import org.uitrol.adapters.web.shared.LocalPath;
import org.uitrol.adapters.web.shared.Words;

/** Lets simulated time jump to the next moment at which something is due. */
@Controller
@Conditional(TimeIsSimulated.class)
class TimePages {

  private final DemoTour tour;
  private final Words words;

  TimePages(DemoTour tour, Words words) {
    this.tour = tour;
    this.words = words;
  }

  @PostMapping("/time/next")
  String next(
      @RequestParam(defaultValue = "true") boolean people,
      @RequestParam(defaultValue = "/") String back,
      RedirectAttributes next) {
    Optional<Instant> moment = tour.next(people);
    Done.say(
        next,
        moment
            .map(reached -> words.say("time.jumped", words.moment(reached)))
            .orElseGet(() -> words.say("time.nothingDue")));
    return "redirect:" + LocalPath.of(back).value();
  }
}
