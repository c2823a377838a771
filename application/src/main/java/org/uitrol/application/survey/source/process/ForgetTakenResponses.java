package org.uitrol.application.survey.source.process;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.uitrol.application.shared.Processing;
import org.uitrol.application.survey.source.port.TakenResponses;
import org.uitrol.domain.survey.SurveyEvent.SurveyClosed;

/** Forgets which responses a survey has taken over: once it is closed it takes none any more. */
@Component
@ProcessingGroup(Processing.PROCESS)
@DisallowReplay
public class ForgetTakenResponses {

  private final TakenResponses taken;

  public ForgetTakenResponses(TakenResponses taken) {
    this.taken = taken;
  }

  @EventHandler
  void on(SurveyClosed event) {
    taken.forget(event.survey());
  }
}
