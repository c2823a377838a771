package org.uitrol.adapters.web.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.files.campaign.PlanChange;
import org.uitrol.adapters.files.campaign.PlanChange.Step;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.domain.rollout.StageName;

/** Says in plain words in what two versions of a plan differ. */
@Component
public class PlanWords {

  private static final Pattern SHARE = Pattern.compile("\\bshare: ([0-9]{1,2})%");
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  private final MessageSource messages;
  private final Words words;

  PlanWords(MessageSource messages, Words words) {
    this.messages = messages;
    this.words = words;
  }

  /**
   * One change in words.
   *
   * @param where from the outside in
   * @param said what happened to it
   * @param before empty when it is new
   * @param after empty when it is gone
   */
  public record Told(String where, String said, String before, String after) {}

  /** Each change in words. */
  public List<Told> told(List<PlanChange> changes) {
    return changes.stream()
        .map(
            change ->
                new Told(
                    where(change.path()),
                    words.of(change.kind()),
                    value(change.before()),
                    value(change.after())))
        .toList();
  }

  private String where(List<Step> path) {
    List<String> parts = new ArrayList<>();
    for (Step step : path) {
      if (step.own()) {
        parts.set(parts.size() - 1, parts.get(parts.size() - 1) + " “" + step.key() + "”");
      } else {
        parts.add(label(step));
      }
    }
    return String.join(" › ", parts);
  }

  private String label(Step step) {
    String known = key(step.key());
    String label = known.isEmpty() && isLanguage(step.key()) ? words.language(step.key()) : known;
    return step.item().isEmpty() ? label : label + " “" + item(step) + "”";
  }

  private static boolean isLanguage(String key) {
    return key.matches("[a-z]{2,3}(-[A-Z]{2})?") && LANGUAGES.contains(key.substring(0, 2));
  }

  private String key(String key) {
    return String.valueOf(
        messages.getMessage("plan.key." + key, null, "", LocaleContextHolder.getLocale()));
  }

  private String item(Step step) {
    for (StageName stage : StageName.values()) {
      if (step.key().equals("stages") && stage.key().equals(step.item())) {
        return words.of(stage);
      }
    }
    return step.item();
  }

  /** Durations and shares as the reader says them; the rest is what the plan says. */
  private String value(String written) {
    return SHARE
        .matcher(written)
        .replaceAll(share -> words.say("waves.share", Integer.parseInt(share.group(1))))
        .replace("working days", words.say("plan.workingDays"))
        .replace("working day", words.say("plan.workingDay"));
  }
}
