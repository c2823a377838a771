package org.uitrol.application.communication.port;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * One of several things that a mail says.
 *
 * @param subject one line of Mustache
 * @param body Markdown with Mustache
 * @param language the language that subject and body are in (BCP 47)
 * @param values what it mentions
 */
public record MailPart(
    String subject, String body, String language, Map<MailVariable, String> values) {

  public MailPart {
    Map<MailVariable, String> copy = new EnumMap<>(MailVariable.class);
    copy.putAll(values);
    values = Collections.unmodifiableMap(copy);
  }
}
