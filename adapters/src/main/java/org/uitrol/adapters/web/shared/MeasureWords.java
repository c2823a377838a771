package org.uitrol.adapters.web.shared;

import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.campaign.consultation.Measure;
import org.uitrol.domain.campaign.consultation.MeasureKind;
import org.uitrol.domain.shared.Text;

/** Says in plain words what a plan collects about people. */
@Component
public final class MeasureWords {

  private final Words words;

  MeasureWords(Words words) {
    this.words = words;
  }

  /** What is collected, and of what. */
  public String title(Measure measure, Plan plan) {
    String kind = words.of(measure.kind());
    return measure.subject().isEmpty() && measure.kind() != MeasureKind.SEGMENTS
        ? kind
        : kind + ": " + subject(measure, plan);
  }

  public String what(Measure measure) {
    return words.say("measure.what." + measure.kind().key());
  }

  /** What it is for, in the words of the plan if it has any. */
  public String why(Measure measure) {
    Text why = measure.rule().why();
    return why == null ? words.say("measure.why." + measure.kind().key()) : words.text(why);
  }

  private String subject(Measure measure, Plan plan) {
    return switch (measure.kind()) {
      case ANSWERS, PARTICIPATION ->
          Optional.ofNullable(plan.surveys().get(measure.subject()))
              .map(survey -> words.text(survey.title()))
              .orElse(measure.subject());
      case COURSES, TESTS ->
          Optional.ofNullable(plan.courses().get(measure.subject()))
              .map(course -> words.text(course.title()))
              .orElse(measure.subject());
      case SEGMENTS ->
          measure.collects().stream()
              .map(key -> words.say("criterion." + key))
              .collect(Collectors.joining(", "));
      case USAGE ->
          measure.collects().contains(Measure.ONE_BY_ONE) ? words.say("measure.oneByOne") : "";
      case MAIL, INBOUND, INVITATIONS, ATTENDANCE, FOLLOW_UPS, REACTIONS, CHAMPIONS ->
          measure.subject();
    };
  }
}
