package org.uitrol.adapters.web.mailbox;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.uitrol.adapters.web.shared.Layout.HiddenMenuEntry;

/** Leaves the mailbox out of the menu where there is none. */
@Configuration(proxyBeanMethods = false)
class NoMailbox {

  @Bean
  HiddenMenuEntry mailboxEntry(ObjectProvider<MailboxPages> pages) {
    return new HiddenMenuEntry(pages.getIfAvailable() == null ? "/mailbox" : "");
  }
}
