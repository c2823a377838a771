package org.uitrol.application.survey.process;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.Processing;
import org.uitrol.domain.survey.ParticipationEvent.ParticipationRecorded;
import org.uitrol.domain.survey.SurveyCommand.CloseIfEnough;
import org.uitrol.domain.survey.SurveyEvent.PersonUninvited;

/** Closes a survey before its time once as many people answered as its plan calls enough. */
@Component
@ProcessingGroup(Processing.PROCESS)
@DisallowReplay
public class CloseSurveys {

  private static final Actor ACTOR = Actor.process(CloseSurveys.class);

  private final CommandDesk desk;

  public CloseSurveys(CommandDesk desk) {
    this.desk = desk;
  }

  @EventHandler
  void on(ParticipationRecorded event) {
    desk.send(new CloseIfEnough(event.survey(), event.at()), ACTOR);
  }

  /** Of fewer people the same answers are a larger share. */
  @EventHandler
  void on(PersonUninvited event) {
    desk.send(new CloseIfEnough(event.survey(), event.at()), ACTOR);
  }
}
