package org.uitrol.adapters.files.campaign;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.uitrol.adapters.calendar.JollydayHolidays;
import org.uitrol.application.communication.port.MailVariable;
import org.uitrol.application.communication.port.MailWriter;
import org.uitrol.application.communication.port.TextProblem;

/** Wires the reader of campaign files to what mails and calendars know. */
@Configuration(proxyBeanMethods = false)
class CampaignFileConfiguration {

  /** What has a value in every mail that a plan writes itself. */
  private static final Set<MailVariable> IN_MAILS_OF_A_PLAN =
      EnumSet.of(
          MailVariable.GIVEN_NAME,
          MailVariable.ORGANISATION,
          MailVariable.DEPARTMENT,
          MailVariable.CAMPAIGN_TITLE,
          MailVariable.TOOL,
          MailVariable.STAGE,
          MailVariable.MATTER,
          MailVariable.ACTION_LINK,
          MailVariable.PLAN_LINK,
          MailVariable.PREFERENCES_LINK);

  @Bean
  CampaignFile campaignFile(MailWriter writer, JollydayHolidays holidays) {
    return new CampaignFile(
        text ->
            writer.check("-", text, IN_MAILS_OF_A_PLAN).stream().map(TextProblem::message).toList(),
        holidays.countries()::contains);
  }
}
