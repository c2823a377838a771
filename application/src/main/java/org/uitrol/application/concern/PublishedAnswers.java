package org.uitrol.application.concern;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.uitrol.application.communication.port.AnsweredQuestions;
import org.uitrol.application.concern.port.ConcernTexts;
import org.uitrol.application.concern.port.ConcernTexts.Part;
import org.uitrol.application.concern.view.ConcernRow;
import org.uitrol.application.concern.view.ConcernStore;
import org.uitrol.domain.shared.CampaignId;

/** The answers that everybody may read, as a list with a version. */
@Component
public class PublishedAnswers implements AnsweredQuestions {

  private static final int NEWEST = 3;

  private final ConcernStore concerns;
  private final ConcernTexts texts;

  public PublishedAnswers(ConcernStore concerns, ConcernTexts texts) {
    this.concerns = concerns;
    this.texts = texts;
  }

  @Override
  public Optional<Answered> of(CampaignId campaign) {
    List<ConcernRow> published = concerns.published(campaign);
    List<String> newest =
        published.stream()
            .limit(NEWEST)
            .flatMap(
                row ->
                    texts
                        .find(row.concern().id(), Part.PUBLIC_QUESTION, row.publicVersion())
                        .stream())
            .map(question -> question.strip().replaceAll("\\s+", " "))
            .toList();
    return newest.isEmpty()
        ? Optional.empty()
        : Optional.of(new Answered(version(campaign), newest, published.size() - newest.size()));
  }

  /** How many answers were given so far, so that it never goes back. */
  public int version(CampaignId campaign) {
    return concerns.list().stream()
        .filter(row -> row.concern().campaign().equals(campaign))
        .mapToInt(row -> row.concern().answers())
        .sum();
  }
}
