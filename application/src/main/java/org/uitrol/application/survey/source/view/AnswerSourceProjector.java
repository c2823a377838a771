package org.uitrol.application.survey.source.view;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;
import org.uitrol.domain.survey.source.AnswerSourceEvent.SourceClosed;
import org.uitrol.domain.survey.source.AnswerSourceEvent.SourceConnected;

/** Follows which sources there are. */
@Component
@ProcessingGroup("view.answer-sources")
public class AnswerSourceProjector {

  private final AnswerSourceStore store;

  public AnswerSourceProjector(AnswerSourceStore store) {
    this.store = store;
  }

  @EventHandler
  void on(SourceConnected event) {
    store.put(
        new AnswerSourceRow(
            event.source(), event.campaign(), event.activity(), event.kind(), event.name()));
  }

  @EventHandler
  void on(SourceClosed event) {
    store.remove(event.source());
  }

  @ResetHandler
  void reset() {
    store.clear();
  }
}
