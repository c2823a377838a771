package org.uitrol.adapters.web.shared;

import java.nio.charset.StandardCharsets;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The texts of all pages. A text that is missing is a mistake and shows as one. */
@Configuration(proxyBeanMethods = false)
class TextConfiguration {

  @Bean
  MessageSource messageSource() {
    ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
    texts.setBasenames("messages", "me");
    texts.setDefaultEncoding(StandardCharsets.UTF_8.name());
    texts.setDefaultLocale(Languages.ALL.get(0));
    texts.setFallbackToSystemLocale(false);
    return texts;
  }
}
