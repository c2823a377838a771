package org.uitrol.domain.shared;

/** One account by which a learning platform knows somebody; says nothing about who it is. */
public record LearningAccountId(String value) implements Id {

  public LearningAccountId {
    Ids.requireText(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
