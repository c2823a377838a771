package org.uitrol.adapters.files.templates;

import java.util.Optional;
import java.util.stream.Stream;

/** What is rolled out. */
public enum Tool {
  COPILOT("copilot", "generative"),
  CHATGPT("chatgpt", "generative"),
  MACHINE_LEARNING("machine-learning", "learning");

  private final String key;
  private final String part;

  Tool(String key, String part) {
    this.key = key;
    this.part = part;
  }

  /** As it stands in addresses and on the command line. */
  public String key() {
    return key;
  }

  /** The part of a sector's file that is about this kind of AI. */
  String part() {
    return part;
  }

  public static Optional<Tool> of(String key) {
    return Stream.of(values()).filter(tool -> tool.key.equals(key)).findFirst();
  }

  @Override
  public String toString() {
    return key;
  }
}
