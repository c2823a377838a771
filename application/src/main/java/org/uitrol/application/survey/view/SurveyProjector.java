package org.uitrol.application.survey.view;

import java.util.TreeMap;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;
import org.uitrol.domain.survey.ParticipationEvent.ParticipationRecorded;
import org.uitrol.domain.survey.SurveyEvent.AnswersBrought;
import org.uitrol.domain.survey.SurveyEvent.PersonInvited;
import org.uitrol.domain.survey.SurveyEvent.PersonUninvited;
import org.uitrol.domain.survey.SurveyEvent.SurveyClosed;
import org.uitrol.domain.survey.SurveyEvent.SurveyOpened;

/** Follows surveys, and who took part in them. */
@Component
@ProcessingGroup("view.survey")
public class SurveyProjector {

  private final SurveyStore store;

  public SurveyProjector(SurveyStore store) {
    this.store = store;
  }

  @EventHandler
  void on(SurveyOpened event) {
    store.put(
        new SurveyRow(
            event.survey(),
            event.rollout(),
            event.activity(),
            event.plan(),
            event.smallestGroup(),
            event.at(),
            event.closesAt(),
            null,
            event.invited().size(),
            0,
            new TreeMap<>(),
            false));
    event.invited().forEach(person -> store.invite(event.survey(), person));
  }

  @EventHandler
  void on(PersonInvited event) {
    store.invite(event.survey(), event.person());
  }

  @EventHandler
  void on(PersonUninvited event) {
    store.uninvite(event.survey(), event.person());
  }

  @EventHandler
  void on(SurveyClosed event) {
    SurveyRow row =
        store
            .find(event.survey())
            .orElseThrow(() -> new IllegalStateException("no survey " + event.survey()));
    store.put(row.closed(event.at(), event.outcome(), event.withheld()));
  }

  @EventHandler
  void on(ParticipationRecorded event) {
    store.participate(event.survey(), event.person());
  }

  @EventHandler
  void on(AnswersBrought event) {
    store.unnamed(event.survey(), event.total());
  }

  @ResetHandler
  void reset() {
    store.clear();
  }
}
