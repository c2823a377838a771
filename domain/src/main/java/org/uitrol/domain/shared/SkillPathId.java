package org.uitrol.domain.shared;

/** One person's way through a skill path. */
public record SkillPathId(String value) implements Id {

  public SkillPathId {
    Ids.requireText(value);
  }

  /** The way of a person through the path that an activity of a rollout consists of. */
  public static SkillPathId of(RolloutId rollout, String activity, PersonId person) {
    return new SkillPathId(Ids.derived("skill-path", rollout, activity, person));
  }

  @Override
  public String toString() {
    return value;
  }
}
