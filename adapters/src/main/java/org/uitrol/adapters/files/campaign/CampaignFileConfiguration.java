package org.uitrol.adapters.files.campaign;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.uitrol.adapters.calendar.JollydayHolidays;
import org.uitrol.application.communication.port.MailWriter;

/** Wires the reader of campaign files to what mails and calendars know. */
@Configuration(proxyBeanMethods = false)
class CampaignFileConfiguration {

  @Bean
  CampaignFile campaignFile(MailWriter writer, JollydayHolidays holidays) {
    return new CampaignFile(MailTextCheck.by(writer), holidays.countries()::contains);
  }
}
