package org.uitrol.application.survey.view;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;
import org.uitrol.domain.survey.result.ResultsEvent.ResultsTold;

/** Follows which results were told. */
@Component
@ProcessingGroup("view.results")
public class ResultsProjector {

  private final ResultsStore store;

  public ResultsProjector(ResultsStore store) {
    this.store = store;
  }

  @EventHandler
  void on(ResultsTold event) {
    store.put(
        new RoundRow(
            event.results(),
            event.campaign(),
            event.activity(),
            event.round(),
            event.surveys(),
            event.plan(),
            event.smallestGroup(),
            event.sheet(),
            event.at()));
  }

  @ResetHandler
  void reset() {
    store.clear();
  }
}
