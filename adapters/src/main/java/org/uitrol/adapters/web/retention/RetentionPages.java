package org.uitrol.adapters.web.retention;

import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.application.retention.DailyRetention;
import org.uitrol.application.retention.DailyRetention.Kept;
import org.uitrol.domain.retention.HeldBack;
import org.uitrol.domain.retention.Retention;

/** What is kept how long, and what was removed last. Without names: the works council reads it. */
@Controller
class RetentionPages {

  private final DailyRetention retention;
  private final Words words;

  RetentionPages(DailyRetention retention, Words words) {
    this.retention = retention;
    this.words = words;
  }

  /** One kind; why some are kept though their time is over, in words. */
  record Row(Kept kept, String period, List<String> held) {}

  @GetMapping("/retention")
  String retention(Model model) {
    model.addAttribute("rows", retention.kept().stream().map(this::row).toList());
    return "retention/retention";
  }

  private Row row(Kept kept) {
    List<String> held = new ArrayList<>();
    Retention last = kept.last();
    if (last != null) {
      for (Map.Entry<HeldBack, Integer> one : last.held().entrySet()) {
        held.add(words.say("retention.held", one.getValue(), words.of(one.getKey())));
      }
    }
    return new Row(kept, period(kept.keep()), held);
  }

  private String period(Period period) {
    return period.toTotalMonths() > 0
        ? words.say("register.months", period.toTotalMonths())
        : words.say("retention.days", period.get(ChronoUnit.DAYS));
  }
}
