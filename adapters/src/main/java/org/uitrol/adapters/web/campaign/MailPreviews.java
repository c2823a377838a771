package org.uitrol.adapters.web.campaign;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.uitrol.application.communication.InWords;
import org.uitrol.application.communication.port.BuiltInMail;
import org.uitrol.application.communication.port.CalendarPart;
import org.uitrol.application.communication.port.MailAddress;
import org.uitrol.application.communication.port.MailIdentity;
import org.uitrol.application.communication.port.MailPart;
import org.uitrol.application.communication.port.MailVariable;
import org.uitrol.application.communication.port.MailWriter;
import org.uitrol.application.communication.port.WrittenMail;
import org.uitrol.application.session.port.CalendarInvitation;
import org.uitrol.application.session.port.CalendarInvitation.Method;
import org.uitrol.application.session.port.InvitationWriter;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.communication.MailText;

/**
 * Mails as a campaign would send them, with examples in place of what isn't known before. No link
 * in them leads to anybody's own page: whoever looks at a preview must not be able to act as its
 * reader.
 */
@Component
class MailPreviews {

  private static final LocalTime TEN = LocalTime.of(10, 0);
  private static final int DAYS_TO_ANSWER = 5;

  private final MailWriter writer;
  private final InvitationWriter invitations;
  private final MailIdentity sender;
  private final MessageSource messages;
  private final String base;

  MailPreviews(
      MailWriter writer,
      InvitationWriter invitations,
      MailIdentity sender,
      MessageSource messages,
      @Value("${uitrol.base-url:http://localhost:${server.port:8080}}") String base) {
    this.writer = writer;
    this.invitations = invitations;
    this.sender = sender;
    this.messages = messages;
    this.base = base.replaceAll("/+$", "");
  }

  /**
   * Whom a mail is previewed for.
   *
   * @param givenName empty for an example
   * @param department empty for an example
   */
  record Reader(String givenName, String department) {}

  /** The keys of all mails: those of the plan, then those that Uitrol brings. */
  static Set<String> keys(Plan plan) {
    Set<String> keys = new LinkedHashSet<>(plan.mails().keySet());
    Stream.of(BuiltInMail.values()).map(BuiltInMail::key).forEach(keys::add);
    return keys;
  }

  /** The subject of a mail of the plan; empty for one that Uitrol brings. */
  static String ownSubject(Plan plan, String key, String language) {
    MailText own = plan.mails().get(key);
    return own == null ? "" : own.subject().in(language);
  }

  WrittenMail write(Plan plan, String key, String language, Reader reader, Instant at) {
    Map<MailVariable, String> values = values(plan, language, reader, at);
    MailText own = plan.mails().get(key);
    if (own != null) {
      return writer.write(own.subject().in(language), own.body().in(language), language, values);
    }
    BuiltInMail mail = BuiltInMail.withKey(key).orElseThrow();
    return mail == BuiltInMail.DIGEST
        ? digest(plan, language, values)
        : writer.write(mail, language, values);
  }

  /** The invitation that goes along with a mail; null with one that invites nobody. */
  @Nullable CalendarPart invitation(
      Plan plan, String key, WrittenMail mail, String id, MailAddress to, Instant at) {
    boolean cancels = key.equals(BuiltInMail.INVITATION_CANCELLED.key());
    if (!key.startsWith("invitation") && !key.equals(BuiltInMail.SEAT_FROM_WAITING_LIST.key())) {
      return null;
    }
    return invitations.write(
        new CalendarInvitation(
            id + "@" + sender.from().domain(),
            cancels ? 1 : 0,
            cancels ? Method.CANCEL : Method.REQUEST,
            example("session.title", mail.language()),
            "",
            nextTuesday(plan, at),
            plan.calendar().zone(),
            Duration.ofHours(1),
            example("session.place", mail.language()),
            null,
            sender.from(),
            to,
            at,
            mail.language()));
  }

  private WrittenMail digest(Plan plan, String language, Map<MailVariable, String> values) {
    List<MailPart> parts =
        plan.mails().values().stream()
            .limit(2)
            .map(
                own ->
                    new MailPart(
                        own.subject().in(language), own.body().in(language), language, values))
            .toList();
    return writer.together(parts, language, values);
  }

  private Map<MailVariable, String> values(Plan plan, String language, Reader reader, Instant at) {
    Map<MailVariable, String> values = new EnumMap<>(MailVariable.class);
    for (MailVariable variable : MailVariable.values()) {
      values.put(variable, example(variable.variableName(), language));
    }
    LocalDateTime tuesday = nextTuesday(plan, at);
    String day = InWords.day(tuesday.toLocalDate().plusDays(DAYS_TO_ANSWER), language);
    values.put(MailVariable.CAMPAIGN_TITLE, plan.title().in(language));
    values.put(MailVariable.TOOL, plan.tool());
    values.put(MailVariable.SESSION_START, InWords.dayAndTime(tuesday, language));
    values.put(MailVariable.SESSION_BEFORE, InWords.dayAndTime(tuesday.minusDays(1), language));
    values.put(
        MailVariable.SURVEY_CLOSES, InWords.dayAndTime(tuesday.plusDays(DAYS_TO_ANSWER), language));
    values.put(MailVariable.SURVEY_SMALLEST_GROUP, "" + plan.privacy().smallestGroup());
    values.put(MailVariable.COURSE_DUE, day);
    values.put(MailVariable.TASK_DUE, day);
    values.put(MailVariable.SINCE, InWords.day(tuesday.toLocalDate().minusDays(7), language));
    for (MailVariable link :
        List.of(
            MailVariable.SESSION_LINK,
            MailVariable.COURSE_LINK,
            MailVariable.ACTION_LINK,
            MailVariable.PLAN_LINK,
            MailVariable.ANSWERS_LINK,
            MailVariable.PREFERENCES_LINK,
            MailVariable.UNSUBSCRIBE_LINK)) {
      values.put(link, URI.create(base + "/preview").toString());
    }
    if (!reader.givenName().isEmpty()) {
      values.put(MailVariable.GIVEN_NAME, reader.givenName());
    }
    if (!reader.department().isEmpty()) {
      values.put(MailVariable.DEPARTMENT, reader.department());
    }
    return values;
  }

  private static LocalDateTime nextTuesday(Plan plan, Instant at) {
    return at.atZone(plan.calendar().zone())
        .toLocalDate()
        .with(TemporalAdjusters.next(DayOfWeek.TUESDAY))
        .atTime(TEN);
  }

  private String example(String variable, String language) {
    return String.valueOf(
        messages.getMessage(
            "mail.example." + variable, null, "…", Locale.forLanguageTag(language)));
  }
}
