package org.uitrol.application.communication;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.uitrol.application.communication.port.AnsweredQuestions;
import org.uitrol.application.communication.port.AnsweredQuestions.Answered;
import org.uitrol.application.communication.port.BuiltInMail;
import org.uitrol.application.communication.port.CalendarPart;
import org.uitrol.application.communication.port.MailAddress;
import org.uitrol.application.communication.port.MailComposer;
import org.uitrol.application.communication.port.MailIdentity;
import org.uitrol.application.communication.port.MailPart;
import org.uitrol.application.communication.port.MailVariable;
import org.uitrol.application.communication.port.MailWriter;
import org.uitrol.application.communication.port.OutgoingMail;
import org.uitrol.application.communication.port.PersonalLinks;
import org.uitrol.application.communication.port.Unsubscribe;
import org.uitrol.application.communication.port.WrittenMail;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.application.directory.port.DepartmentNames;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.rollout.ActivityTitles;
import org.uitrol.application.rollout.port.RolloutIndex;
import org.uitrol.application.rollout.port.RolloutIndex.Entry;
import org.uitrol.application.session.port.CalendarInvitation;
import org.uitrol.application.session.port.InvitationWriter;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.communication.Invitation;
import org.uitrol.domain.communication.Invitation.Method;
import org.uitrol.domain.communication.Letter;
import org.uitrol.domain.communication.MailText;
import org.uitrol.domain.communication.Topic;
import org.uitrol.domain.concern.Concern;
import org.uitrol.domain.concern.ConcernEvent;
import org.uitrol.domain.followup.FollowUpEvent;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpOpened;
import org.uitrol.domain.followup.FollowUpStep;
import org.uitrol.domain.rollout.reaction.ReactionTrigger;
import org.uitrol.domain.session.NoSeat;
import org.uitrol.domain.session.Place;
import org.uitrol.domain.shared.ConcernId;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.FollowUpId;
import org.uitrol.domain.shared.LearnerRecordId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.SkillPathId;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.survey.Survey;
import org.uitrol.domain.survey.SurveyEvent;
import org.uitrol.domain.training.CoursePlan;
import org.uitrol.domain.training.LearnerEvent;
import org.uitrol.domain.training.LearnerRecord;
import org.uitrol.domain.training.SkillPath;
import org.uitrol.domain.training.SkillPathEvent;

/** Makes the message of a letter, in the reader's language, on the day on which it is sent. */
@Component
public class LetterWriting {

  private static final Set<String> WORDS = Set.of("nl", "en");
  private static final int MOST_NAMES = 10;

  /** Invitations, which tell what was asked and answered meanwhile. */
  private static final Set<String> TELLING_OF_ANSWERS =
      Set.of(BuiltInMail.INVITATION.key(), Letter.SURVEY_INVITATION);

  private final Letters letters;
  private final MailWriter writer;
  private final MailComposer composer;
  private final InvitationWriter invitations;
  private final PersonalLinks links;
  private final MailIdentity sender;
  private final PersonVault vault;
  private final RolloutIndex rollouts;
  private final DepartmentNames departments;
  private final AnsweredQuestions questions;
  private final Streams streams;

  public LetterWriting(
      Letters letters,
      MailWriter writer,
      MailComposer composer,
      InvitationWriter invitations,
      PersonalLinks links,
      MailIdentity sender,
      PersonVault vault,
      RolloutIndex rollouts,
      DepartmentNames departments,
      AnsweredQuestions questions,
      Streams streams) {
    this.questions = questions;
    this.letters = letters;
    this.writer = writer;
    this.composer = composer;
    this.invitations = invitations;
    this.links = links;
    this.sender = sender;
    this.vault = vault;
    this.rollouts = rollouts;
    this.departments = departments;
    this.streams = streams;
  }

  /**
   * The message as it goes over the wire.
   *
   * @throws IllegalArgumentException when it can't be written; the text holds no address
   */
  public byte[] write(
      DispatchId dispatch, Letter letter, PersonId reader, PersonalData data, Instant at) {
    Plan plan = letters.plan(letter.rollout());
    String language = language(plan, data);
    Map<MailVariable, String> values = values(letter, reader, data, plan, language, at);
    return compose(dispatch, letter, text(letter, plan, language, values), reader, data, at);
  }

  /**
   * Several letters as one message.
   *
   * @param digest the letter in whose place they are
   * @throws IllegalArgumentException when it can't be written; the text holds no address
   */
  public byte[] digest(
      DispatchId dispatch,
      Letter digest,
      List<Letter> said,
      PersonId reader,
      PersonalData data,
      Instant at) {
    List<MailPart> parts =
        said.stream().flatMap(letter -> part(letter, reader, data, at).stream()).toList();
    String language = language(letters.plan(digest.rollout()), data);
    Map<MailVariable, String> values = new EnumMap<>(MailVariable.class);
    addReader(values, reader, data, at);
    values.put(MailVariable.UNSUBSCRIBE_LINK, links.unsubscribe(reader).toString());
    WrittenMail written = writer.together(parts, language, values);
    return compose(dispatch, digest, written, reader, data, at);
  }

  /**
   * Whether a letter can be said within another one: it is a text of a plan and can be written. One
   * that can't, for whatever reason, is left to fail by itself instead of with others.
   */
  public boolean canBeGathered(Letter letter, PersonId reader, PersonalData data, Instant at) {
    try {
      return part(letter, reader, data, at)
          .map(part -> writer.write(part.subject(), part.body(), part.language(), part.values()))
          .isPresent();
    } catch (RuntimeException unwritable) {
      return false;
    }
  }

  private Optional<MailPart> part(Letter letter, PersonId reader, PersonalData data, Instant at) {
    Plan plan = letters.plan(letter.rollout());
    String language = language(plan, data);
    MailText own = plan.mails().get(letter.template());
    return own == null || letter.invitation() != null
        ? Optional.empty()
        : Optional.of(
            new MailPart(
                own.subject().in(language),
                own.body().in(language),
                language,
                values(letter, reader, data, plan, language, at)));
  }

  private byte[] compose(
      DispatchId dispatch,
      Letter letter,
      WrittenMail written,
      PersonId reader,
      PersonalData data,
      Instant at) {
    MailAddress to = new MailAddress(data.name(), data.email());
    OutgoingMail mail = OutgoingMail.plain(dispatch, at, sender.from(), to, written);
    Invitation invitation = letter.invitation();
    if (invitation != null) {
      mail = mail.inviting(calendar(invitation, written, to, at));
    }
    MailAddress replyTo = sender.replyTo();
    if (replyTo != null) {
      mail = mail.answeredTo(replyTo);
    }
    if (!letter.mandatory()) {
      mail = mail.optional(new Unsubscribe(links.unsubscribe(reader), null));
    }
    return composer.compose(mail);
  }

  private static String language(Plan plan, PersonalData data) {
    String wanted = data.language();
    return plan.languages().contains(wanted) ? wanted : plan.languages().get(0);
  }

  private WrittenMail text(
      Letter letter, Plan plan, String language, Map<MailVariable, String> values) {
    MailText own = plan.mails().get(letter.template());
    if (own != null) {
      return writer.write(own.subject().in(language), own.body().in(language), language, values);
    }
    return writer.write(builtIn(letter.template()), language, values);
  }

  private static BuiltInMail builtIn(String template) {
    return switch (template) {
      case "invitation-withdrawn", "invitation-moved-away" -> BuiltInMail.INVITATION_CANCELLED;
      case "escalation-department", "sessions-short" -> BuiltInMail.ESCALATION;
      default ->
          BuiltInMail.withKey(template)
              .orElseThrow(
                  () -> new IllegalArgumentException("no mail is called '" + template + "'"));
    };
  }

  private CalendarPart calendar(
      Invitation invitation, WrittenMail written, MailAddress to, Instant at) {
    Place place = invitation.place();
    String link = place.room().link();
    return invitations.write(
        new CalendarInvitation(
            CalendarInvitation.uidOf(invitation.session(), sender.from()),
            invitation.sequence(),
            invitation.method() == Method.CANCEL
                ? CalendarInvitation.Method.CANCEL
                : CalendarInvitation.Method.REQUEST,
            invitation.title().in(written.language()),
            link == null ? "" : link,
            place.start(),
            place.zone(),
            Duration.ofMinutes(place.minutes()),
            place.room().name(),
            link == null ? null : URI.create(link),
            sender.from(),
            to,
            at,
            written.language()));
  }

  private Map<MailVariable, String> values(
      Letter letter, PersonId reader, PersonalData data, Plan plan, String language, Instant at) {
    LetterWords words = new LetterWords(WORDS.contains(language) ? language : "en");
    Map<MailVariable, String> values = new EnumMap<>(MailVariable.class);
    addReader(values, reader, data, at);
    values.put(MailVariable.CAMPAIGN_TITLE, plan.title().in(language));
    values.put(MailVariable.TOOL, plan.tool());
    values.put(MailVariable.ACTION_LINK, links.plan(reader, at).toString());
    if (!letter.mandatory()) {
      values.put(MailVariable.UNSUBSCRIBE_LINK, links.unsubscribe(reader).toString());
    }
    Entry rollout = rollouts.find(letter.rollout()).orElseThrow();
    values.put(MailVariable.DEPARTMENT, departments.name(rollout.department()));
    addInvitation(values, letter, words, language);
    addTopic(values, letter, reader, plan, words, language);
    addDetails(values, letter, plan, words, language);
    if (TELLING_OF_ANSWERS.contains(letter.template())) {
      questions
          .of(rollout.campaign())
          .ifPresent(answered -> addAnswered(values, answered, reader, words, at));
    }
    if (letter.topic().kind() == Topic.Kind.CONCERN) {
      addConcern(values, letter, reader, plan, words, language, at);
    }
    PersonId about = letter.about();
    if (about != null) {
      vault
          .find(about)
          .map(one -> one.givenName().isEmpty() ? one.name() : one.givenName())
          .ifPresent(name -> values.put(MailVariable.COLLEAGUE, name));
    }
    return values;
  }

  private void addAnswered(
      Map<MailVariable, String> values,
      Answered answered,
      PersonId reader,
      LetterWords words,
      Instant at) {
    String some =
        answered.newest().stream()
            .map(question -> words.text("answered.one", question))
            .collect(Collectors.joining(" "));
    values.put(
        MailVariable.ANSWERED,
        answered.more() == 0 ? some : some + " " + words.text("answered.more", answered.more()));
    values.put(MailVariable.ANSWERS_VERSION, "" + answered.version());
    values.put(MailVariable.ANSWERS_LINK, links.questions(reader, at).toString());
  }

  private void addReader(
      Map<MailVariable, String> values, PersonId reader, PersonalData data, Instant at) {
    values.put(
        MailVariable.GIVEN_NAME, data.givenName().isEmpty() ? data.name() : data.givenName());
    values.put(MailVariable.PLAN_LINK, links.plan(reader, at).toString());
    values.put(MailVariable.PREFERENCES_LINK, links.preferences(reader, at).toString());
  }

  private void addInvitation(
      Map<MailVariable, String> values, Letter letter, LetterWords words, String language) {
    Invitation invitation = letter.invitation();
    if (invitation == null) {
      return;
    }
    Place place = invitation.place();
    values.put(MailVariable.SESSION_TITLE, invitation.title().in(language));
    values.put(MailVariable.SESSION_START, InWords.dayAndTime(place.start(), language));
    values.put(MailVariable.SESSION_PLACE, place.room().name());
    String link = place.room().link();
    if (link != null) {
      values.put(MailVariable.SESSION_LINK, link);
    }
    Place previous = invitation.previous();
    if (previous != null) {
      values.put(MailVariable.SESSION_BEFORE, InWords.dayAndTime(previous.start(), language));
    }
    String reason = invitation.reason();
    if (reason != null && !reason.isBlank()) {
      values.put(MailVariable.REASON, reason);
    } else if (letter.template().equals("invitation-moved-away")) {
      values.put(MailVariable.REASON, words.text("moved-away"));
    }
  }

  private void addTopic(
      Map<MailVariable, String> values,
      Letter letter,
      PersonId reader,
      Plan plan,
      LetterWords words,
      String language) {
    Topic topic = letter.topic();
    ZoneId zone = plan.calendar().zone();
    if (topic.kind() == Topic.Kind.SURVEY) {
      Survey survey =
          streams.state(new SurveyId(topic.id()), SurveyEvent.class, Survey::evolve).orElseThrow();
      values.put(MailVariable.SURVEY_TITLE, survey.plan().title().in(language));
      values.put(
          MailVariable.SURVEY_CLOSES,
          InWords.dayAndTime(survey.closesAt().atZone(zone).toLocalDateTime(), language));
      values.put(MailVariable.SURVEY_SMALLEST_GROUP, "" + survey.smallestGroup());
      values.put(
          MailVariable.ACTION_LINK,
          links.survey(reader, survey.id(), survey.closesAt()).toString());
    } else if (topic.kind() == Topic.Kind.COURSE) {
      LearnerRecord learner =
          streams
              .state(new LearnerRecordId(topic.id()), LearnerEvent.class, LearnerRecord::evolve)
              .orElseThrow();
      CoursePlan course = plan.courses().get(learner.course());
      if (course != null) {
        values.put(MailVariable.COURSE_TITLE, course.title().in(language));
        String link = course.link();
        if (link != null) {
          values.put(MailVariable.COURSE_LINK, link);
        }
      }
      values.put(
          MailVariable.COURSE_DUE,
          InWords.day(learner.dueAt().atZone(zone).toLocalDate(), language));
    } else if (topic.kind() == Topic.Kind.PATH) {
      SkillPath path =
          streams
              .state(new SkillPathId(topic.id()), SkillPathEvent.class, SkillPath::evolve)
              .orElseThrow();
      List<String> told = List.of(letter.details().getOrDefault("courses", "").split(","));
      values.put(
          MailVariable.COURSES,
          titles(path.due().stream().filter(told::contains).toList(), plan, language));
      values.put(
          MailVariable.COURSE_DUE, InWords.day(path.dueAt().atZone(zone).toLocalDate(), language));
    } else if (topic.kind() == Topic.Kind.FOLLOW_UP) {
      FollowUpEvent first = streams.events(new FollowUpId(topic.id()), FollowUpEvent.class).get(0);
      values.put(MailVariable.SINCE, InWords.day(first.at().atZone(zone).toLocalDate(), language));
      if (first instanceof FollowUpOpened opened
          && ReactionTrigger.of(opened.on()).filter(ReactionTrigger::isAboutMail).isPresent()) {
        values.put(MailVariable.MATTER, words.text("mail-returned"));
      }
      if (first instanceof FollowUpOpened opened && !opened.steps().isEmpty()) {
        FollowUpStep last = opened.steps().get(opened.steps().size() - 1);
        values.put(
            MailVariable.TASK_DUE, InWords.day(last.dueAt().atZone(zone).toLocalDate(), language));
      }
    }
  }

  private static String titles(List<String> courses, Plan plan, String language) {
    return courses.stream()
        .map(
            key -> {
              CoursePlan course = plan.courses().get(key);
              return course == null ? key : course.title().in(language);
            })
        .collect(Collectors.joining(", "));
  }

  /** Not what was asked or answered: that is read on the page, where it can be erased. */
  private void addConcern(
      Map<MailVariable, String> values,
      Letter letter,
      PersonId reader,
      Plan plan,
      LetterWords words,
      String language,
      Instant at) {
    Concern concern =
        streams
            .state(new ConcernId(letter.topic().id()), ConcernEvent.class, Concern::evolve)
            .orElseThrow();
    values.put(MailVariable.MATTER, words.text("concern." + concern.category().key()));
    values.put(
        MailVariable.TASK_DUE,
        InWords.day(concern.dueAt().atZone(plan.calendar().zone()).toLocalDate(), language));
    values.put(
        MailVariable.ACTION_LINK,
        (reader.equals(concern.asker()) && letter.template().equals("concern-answered")
                ? links.questions(reader, at)
                : links.concern(concern.id()))
            .toString());
  }

  private void addDetails(
      Map<MailVariable, String> values,
      Letter letter,
      Plan plan,
      LetterWords words,
      String language) {
    Map<String, String> details = letter.details();
    String activity = details.getOrDefault("activity", "");
    if (!activity.isEmpty()) {
      String title =
          ActivityTitles.of(letters.activity(letter.rollout(), activity), plan, language);
      values.putIfAbsent(MailVariable.MATTER, title);
      values.put(MailVariable.TASK_TITLE, title);
    }
    String course = details.get("course");
    if (course != null) {
      values.put(MailVariable.COURSES, titles(List.of(course), plan, language));
    }
    String stage = details.get("stage");
    if (stage == null) {
      stage = letters.stage(letter.rollout()).key();
    }
    values.put(MailVariable.STAGE, words.text("stage." + stage));
    switch (letter.template()) {
      case "rollout-held" -> values.put(MailVariable.REASON, details.getOrDefault("reason", ""));
      case "gate-overdue" -> values.put(MailVariable.REASON, words.text("gate-overdue"));
      case "sessions-short" -> values.put(MailVariable.REASON, sessionsShort(details, words));
      case "escalation" -> values.putIfAbsent(MailVariable.MATTER, words.text("stage." + stage));
      case "escalation-department" -> {
        values.putIfAbsent(MailVariable.MATTER, words.text("stage." + stage));
        values.put(
            MailVariable.REASON, words.text("reaction", details.getOrDefault("reaction", "")));
      }
      default -> {
        // The other templates say it all themselves.
      }
    }
    if (Set.of(
            "rollout-held",
            "gate-overdue",
            "escalation-department",
            "sessions-short",
            "test-unscored")
        .contains(letter.template())) {
      values.put(MailVariable.ACTION_LINK, links.department(letter.rollout()).toString());
    }
  }

  /** How many people have no seat, and by name those whom no other room would help. */
  private String sessionsShort(Map<String, String> details, LetterWords words) {
    int people = Integer.parseInt(details.getOrDefault("people", "0"));
    List<PersonId> daysOff = people(details, NoSeat.DAY_OFF);
    List<PersonId> overHours = people(details, NoSeat.HOURS);
    List<String> said = new ArrayList<>();
    int waiting = Integer.parseInt(details.getOrDefault(NoSeat.BY_PROPOSAL.name(), "0"));
    int roomless = people - daysOff.size() - overHours.size() - waiting;
    if (roomless > 0) {
      said.add(words.text("sessions-short", roomless));
    }
    if (waiting > 0) {
      said.add(words.text("sessions-short.proposal", waiting));
    }
    if (!daysOff.isEmpty()) {
      said.add(words.text("sessions-short.days", daysOff.size(), names(daysOff, words)));
    }
    if (!overHours.isEmpty()) {
      said.add(words.text("sessions-short.hours", overHours.size(), names(overHours, words)));
    }
    return String.join(" ", said);
  }

  private static List<PersonId> people(Map<String, String> details, NoSeat why) {
    return Stream.of(details.getOrDefault(why.name(), "").split(" ", -1))
        .filter(id -> !id.isEmpty())
        .map(PersonId::new)
        .toList();
  }

  private String names(List<PersonId> people, LetterWords words) {
    List<PersonId> named = people.subList(0, Math.min(MOST_NAMES, people.size()));
    Map<PersonId, PersonalData> known = vault.findAll(named);
    String names =
        named.stream()
            .map(person -> known.getOrDefault(person, PersonalData.UNKNOWN).name())
            .filter(name -> !name.isEmpty())
            .collect(Collectors.joining(", "));
    return people.size() == named.size()
        ? names
        : words.text("names-and-more", names, people.size() - named.size());
  }
}
