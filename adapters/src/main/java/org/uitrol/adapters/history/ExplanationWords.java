package org.uitrol.adapters.history;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.uitrol.application.audit.Names;
import org.uitrol.application.audit.TrailRow;
import org.uitrol.application.audit.Wording;
import org.uitrol.application.audit.Wording.Teller;
import org.uitrol.application.audit.explanation.Explanation;
import org.uitrol.application.audit.explanation.Explanation.Chapter;
import org.uitrol.application.audit.explanation.Line;
import org.uitrol.application.audit.explanation.Line.Rule;
import org.uitrol.application.audit.explanation.Question;
import org.uitrol.application.audit.explanation.Reason;
import org.uitrol.application.campaign.view.CampaignRow;
import org.uitrol.application.campaign.view.CampaignStore;

/** Says explanations in plain sentences, in the reader's language. Safe for many threads. */
@Component
public final class ExplanationWords {

  private final Wording wording;
  private final CampaignStore campaigns;
  private final ZoneId zone;

  public ExplanationWords(
      Wording wording,
      CampaignStore campaigns,
      @Value("${uitrol.zone:Europe/Amsterdam}") ZoneId zone) {
    this.wording = wording;
    this.campaigns = campaigns;
    this.zone = zone;
  }

  /**
   * A chapter in words.
   *
   * @param title what it answers; a condition is told with its text
   */
  public record ToldChapter(Question question, String title, String about, List<ToldLine> lines) {

    public ToldChapter {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A line in words.
   *
   * @param at when it happened; null of what didn't
   * @param when that moment, on the campaign's clock; empty of what didn't happen
   * @param what what happened or didn't
   * @param why what the event itself doesn't say; empty when it says it all
   * @param then what would have to happen; empty when nothing has to
   * @param who who asked for it; empty of what didn't happen
   * @param rule by which rule of the plan; empty when it isn't by one
   */
  public record ToldLine(
      @Nullable Instant at,
      String when,
      String what,
      String why,
      String then,
      String who,
      @Nullable Integer planVersion,
      String rule,
      @Nullable Rule by,
      SortedMap<String, Object> facts,
      @Nullable TrailRow event) {}

  /** An explanation in words, with the names that the reader may see. */
  public List<ToldChapter> tell(Explanation explanation, Locale locale, Names names) {
    ResourceBundle texts = BundledWording.texts(locale.getLanguage());
    ZoneId clock = campaigns.find(explanation.campaign()).map(CampaignRow::zone).orElse(zone);
    ValueWords words = new ValueWords(texts, locale, names, clock);
    Teller teller = wording.teller(locale, names);
    List<ToldChapter> told = new ArrayList<>();
    for (Chapter chapter : explanation.chapters()) {
      String title = words.words(chapter.question());
      told.add(
          new ToldChapter(
              chapter.question(),
              chapter.about().isEmpty() ? title : title + " “" + chapter.about() + "”",
              chapter.about(),
              chapter.lines().stream().map(line -> line(line, texts, words, teller)).toList()));
    }
    return told;
  }

  private static ToldLine line(Line line, ResourceBundle texts, ValueWords words, Teller teller) {
    TrailRow event = line.event();
    Reason reason = line.reason();
    String why = reason == null ? "" : sentence("why." + name(reason), reason, texts, words);
    String then = reason == null ? "" : sentence("why.then." + reason.then(), reason, texts, words);
    Rule rule = line.rule();
    return new ToldLine(
        event == null ? null : event.at(),
        event == null ? "" : teller.when(event),
        event == null ? why : teller.what(event),
        event == null ? "" : why,
        then,
        event == null ? "" : teller.who(event),
        line.planVersion(),
        rule == null ? "" : (words.words(rule.kind()) + " " + rule.text()).strip(),
        rule,
        line.facts(),
        event);
  }

  static String name(Reason reason) {
    return reason.getClass().getSimpleName();
  }

  private static String sentence(
      String key, Reason reason, ResourceBundle texts, ValueWords words) {
    return texts.containsKey(key) ? words.sentence(key, (Record) reason) : "";
  }
}
