package org.uitrol.adapters.persistence.survey;

import java.util.Comparator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.uitrol.adapters.persistence.eventstore.RepeatedTransaction;
import org.uitrol.application.directory.PersonReferences;
import org.uitrol.application.directory.port.DepartmentNames;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.rollout.view.RolloutRow;
import org.uitrol.application.rollout.view.RolloutStore;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.Streams;
import org.uitrol.application.survey.port.BallotBox;
import org.uitrol.application.survey.source.AnswerIntake;
import org.uitrol.application.survey.source.port.OpenedSurveys;
import org.uitrol.application.survey.source.port.OpenedSurveys.Opened;
import org.uitrol.application.survey.source.port.SourceKeep;
import org.uitrol.application.survey.source.port.TakenResponses;
import org.uitrol.application.survey.view.SurveyRow;
import org.uitrol.application.survey.view.SurveyStore;

/** Wires the intake of answers to PostgreSQL. */
@Configuration(proxyBeanMethods = false)
public class AnswerSourceConfiguration {

  @Bean
  OpenedSurveys openedSurveys(RolloutStore rollouts, SurveyStore surveys) {
    return (campaign, activity) ->
        rollouts.ofCampaign(campaign).stream()
            .flatMap(
                rollout ->
                    surveys.ofRollout(rollout.rollout()).stream()
                        .filter(survey -> survey.activity().equals(activity))
                        .map(survey -> new Found(survey, rollout)))
            .sorted(
                Comparator.comparing((Found one) -> one.survey().openedAt())
                    .thenComparing(one -> one.survey().survey().value()))
            .map(one -> new Opened(one.survey().survey(), one.rollout().department()))
            .toList();
  }

  private record Found(SurveyRow survey, RolloutRow rollout) {}

  @Bean
  AnswerIntake answerIntake(
      PersonReferences people,
      PersonVault vault,
      DepartmentNames departments,
      OpenedSurveys surveys,
      SourceKeep keep,
      TakenResponses taken,
      BallotBox box,
      Streams streams,
      CommandDesk desk,
      PlatformTransactionManager transactions) {
    return new AnswerIntake(
        who -> people.find(who).or(() -> vault.findByUserName(who)),
        departments,
        surveys,
        keep,
        taken,
        box,
        streams,
        desk,
        new RepeatedTransaction(transactions));
  }
}
