package org.uitrol.application.survey.process;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.uitrol.application.communication.Letters;
import org.uitrol.application.communication.Letters.When;
import org.uitrol.application.directory.Workdays;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.Processing;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.communication.Dispatch;
import org.uitrol.domain.communication.DispatchEvent;
import org.uitrol.domain.communication.Letter;
import org.uitrol.domain.communication.Topic;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.survey.ParticipationCommand.TakePart;
import org.uitrol.domain.survey.SurveyEvent;
import org.uitrol.domain.survey.SurveyEvent.PersonInvited;
import org.uitrol.domain.survey.SurveyEvent.PersonUninvited;
import org.uitrol.domain.survey.SurveyEvent.SurveyOpened;
import org.uitrol.domain.survey.SurveyEvent.SurveyReminded;

/** Invites people to a survey, and reminds those who haven't taken part. */
@Component
@ProcessingGroup(Processing.PROCESS)
@DisallowReplay
public class AskPeople {

  private static final Actor ACTOR = Actor.process(AskPeople.class);
  private static final String INVITED = "invited";

  private final Letters letters;
  private final Streams streams;
  private final Workdays workdays;

  public AskPeople(Letters letters, Streams streams, Workdays workdays) {
    this.letters = letters;
    this.streams = streams;
    this.workdays = workdays;
  }

  @EventHandler
  void on(SurveyOpened event) {
    for (PersonId person : event.invited()) {
      write(Letter.SURVEY_INVITATION, event, person, INVITED, event.at(), event.at());
    }
  }

  @EventHandler
  void on(PersonInvited event) {
    if (!streams.exists(TakePart.participation(event.survey(), event.person()))) {
      int earlier = timesUninvited(event);
      write(
          Letter.SURVEY_INVITATION,
          opened(event.survey()),
          event.person(),
          earlier == 0 ? INVITED : INVITED + "/" + (earlier + 1),
          event.at(),
          event.at());
    }
  }

  /** How often somebody who is invited was uninvited before: who returns is asked again. */
  private int timesUninvited(PersonInvited event) {
    int times = 0;
    for (SurveyEvent earlier : streams.events(event.survey(), SurveyEvent.class)) {
      if (earlier.equals(event)) {
        return times;
      }
      if (earlier instanceof PersonUninvited gone && gone.person().equals(event.person())) {
        times++;
      }
    }
    return times;
  }

  /** On a day on which the person works, if there is one before the survey closes. */
  @EventHandler
  void on(SurveyReminded event) {
    SurveyOpened opened = opened(event.survey());
    for (PersonId person : event.invited()) {
      if (!streams.exists(TakePart.participation(event.survey(), person))
          && !isStillToBeAsked(opened, person)) {
        Instant own = workdays.of(person, letters.calendar(opened.rollout())).atWork(event.at());
        write(
            "survey-reminder",
            opened,
            person,
            "reminder/" + event.number(),
            own.isBefore(opened.closesAt()) ? own : event.at(),
            event.at());
      }
    }
  }

  /** Whether the invitation waits, for instance since another survey asked not long ago. */
  private boolean isStillToBeAsked(SurveyOpened survey, PersonId person) {
    return streams
        .state(
            Letters.id(survey.rollout(), cause(survey.survey(), INVITED), person),
            DispatchEvent.class,
            Dispatch::evolve)
        .filter(dispatch -> dispatch.state() == Dispatch.State.WAITING)
        .isPresent();
  }

  private static String cause(SurveyId survey, String what) {
    return "survey/" + survey + "/" + what;
  }

  private void write(
      String template,
      SurveyOpened survey,
      PersonId person,
      String cause,
      Instant earliest,
      Instant at) {
    Letter letter =
        new Letter(
            template,
            true,
            survey.rollout(),
            new Topic(Topic.Kind.SURVEY, survey.survey().value()),
            new TreeMap<>(Map.of("activity", survey.activity())),
            null,
            null,
            survey.closesAt());
    letters.send(letter, person, cause(survey.survey(), cause), When.AT_WORK, earliest, at, ACTOR);
  }

  private SurveyOpened opened(SurveyId survey) {
    return (SurveyOpened) streams.events(survey, SurveyEvent.class).get(0);
  }
}
