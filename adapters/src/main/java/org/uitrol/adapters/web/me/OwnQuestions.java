package org.uitrol.adapters.web.me;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uitrol.application.campaign.view.CampaignStore;
import org.uitrol.application.concern.port.ConcernTexts;
import org.uitrol.application.concern.port.ConcernTexts.Part;
import org.uitrol.application.concern.port.ConcernTexts.Written;
import org.uitrol.application.concern.view.ConcernRow;
import org.uitrol.application.concern.view.ConcernStore;
import org.uitrol.application.rollout.view.RolloutRow;
import org.uitrol.application.rollout.view.RolloutStore;
import org.uitrol.domain.rollout.RolloutStatus;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.ConcernId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.Text;

/** Gathers what one person asked, and the answers that everybody may read. */
@Component
class OwnQuestions {

  private final ConcernStore concerns;
  private final ConcernTexts texts;
  private final RolloutStore rollouts;
  private final CampaignStore campaigns;

  OwnQuestions(
      ConcernStore concerns, ConcernTexts texts, RolloutStore rollouts, CampaignStore campaigns) {
    this.concerns = concerns;
    this.texts = texts;
    this.rollouts = rollouts;
    this.campaigns = campaigns;
  }

  /** What the person asked by name, the newest first. */
  List<OwnQuestion> of(PersonId person) {
    return concerns.ofPerson(person).stream().map(this::question).toList();
  }

  Optional<OwnQuestion> find(ConcernId concern) {
    return concerns.find(concern).map(this::question);
  }

  /** What the person can ask about: the campaigns of the own department, by rollout. */
  Map<RolloutId, Text> campaigns(PersonId person) {
    Map<RolloutId, Text> titles = new LinkedHashMap<>();
    for (RolloutRow row : own(person)) {
      campaigns.find(row.campaign()).ifPresent(one -> titles.put(row.rollout(), one.title()));
    }
    return titles;
  }

  Optional<RolloutRow> rollout(PersonId person, String rollout) {
    return own(person).stream().filter(row -> row.rollout().value().equals(rollout)).findFirst();
  }

  /** What everybody in the person's campaigns may read, the newest first. */
  List<PublicAnswer> published(PersonId person) {
    List<PublicAnswer> answers = new ArrayList<>();
    for (CampaignId campaign : own(person).stream().map(RolloutRow::campaign).distinct().toList()) {
      for (ConcernRow row : concerns.published(campaign)) {
        ConcernId id = row.concern().id();
        Optional<String> question = texts.find(id, Part.PUBLIC_QUESTION, row.publicVersion());
        Optional<String> answer = texts.find(id, Part.ANSWER, row.publicVersion());
        if (question.isPresent() && answer.isPresent()) {
          answers.add(new PublicAnswer(row, question.get(), answer.get()));
        }
      }
    }
    return answers;
  }

  private List<RolloutRow> own(PersonId person) {
    return rollouts.ofPerson(person).stream()
        .filter(row -> row.status() != RolloutStatus.CANCELLED)
        .toList();
  }

  private OwnQuestion question(ConcernRow row) {
    List<Written> written = texts.all(row.concern().id());
    List<String> asked =
        written.stream().filter(one -> one.part() == Part.QUESTION).map(Written::text).toList();
    @Nullable String answer =
        written.stream()
            .filter(one -> one.part() == Part.ANSWER)
            .filter(one -> one.version() == row.concern().answers())
            .map(Written::text)
            .findFirst()
            .orElse(null);
    return new OwnQuestion(row, asked, answer);
  }
}
