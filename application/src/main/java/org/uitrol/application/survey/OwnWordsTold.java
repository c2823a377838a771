package org.uitrol.application.survey;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.survey.port.BallotBox;
import org.uitrol.application.survey.port.ToldTexts;
import org.uitrol.domain.survey.SurveyPlan.Kind;
import org.uitrol.domain.survey.SurveyPlan.Question;
import org.uitrol.domain.survey.result.ClosedSurvey;
import org.uitrol.domain.survey.result.ResultsEvent.ResultsTold;

/**
 * Tells what people wrote in their own words, when as many wrote as was promised, of all
 * departments of the round together and with names masked; then the boxes are emptied, since all
 * that may be told was (decision 0031).
 */
@Component
public class OwnWordsTold {

  private final BallotBox box;
  private final ToldTexts told;
  private final PersonVault vault;
  private final SecureRandom random = new SecureRandom();

  public OwnWordsTold(BallotBox box, ToldTexts told, PersonVault vault) {
    this.box = box;
    this.told = told;
    this.vault = vault;
  }

  void tell(ResultsTold round) {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    for (ClosedSurvey one : round.surveys()) {
      box.texts(one.survey(), round.plan())
          .forEach(
              (question, written) ->
                  texts.computeIfAbsent(question, none -> new ArrayList<>()).addAll(written));
    }
    OptionalInt from = round.plan().textsShownFrom(round.smallestGroup());
    texts.values().removeIf(written -> from.isEmpty() || written.size() < from.getAsInt());
    if (!texts.isEmpty()) {
      keep(round, texts);
    }
    round.surveys().forEach(one -> box.empty(one.survey()));
  }

  private void keep(ResultsTold round, Map<String, List<String>> texts) {
    NameMask mask = NameMask.of(vault);
    for (Question question : round.plan().questions()) {
      List<String> written = texts.get(question.id());
      if (question.kind() == Kind.TEXT && written != null) {
        List<String> masked = new ArrayList<>(written.stream().map(mask::mask).toList());
        Collections.shuffle(masked, random);
        told.keep(round.results(), round.round(), question.id(), masked);
      }
    }
  }
}
