package org.uitrol.adapters.files.campaign;

import java.util.List;

/** Knows which Mustache a mail may have. Safe for many threads. */
@FunctionalInterface
public interface MailTextCheck {

  /** What is wrong with a subject or a body, each in one line; empty when nothing is. */
  List<String> problems(String text);
}
