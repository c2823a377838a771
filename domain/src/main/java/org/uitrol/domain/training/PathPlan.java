package org.uitrol.domain.training;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.rollout.audience.Audience;
import org.uitrol.domain.shared.Text;

/**
 * A matrix of roles and the skills that they need, as the plan says it.
 *
 * @param title shown to learners
 * @param roles never empty
 */
public record PathPlan(Text title, List<RolePlan> roles) {

  public PathPlan {
    roles = List.copyOf(roles);
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("a path needs at least one role");
    }
  }

  /**
   * The roles of a person. The others are those who are in no other role.
   *
   * @param segments the segments that the person is in
   */
  public List<RolePlan> rolesOf(Set<String> segments) {
    List<RolePlan> found =
        roles.stream()
            .filter(role -> !role.others())
            .filter(role -> role.segments().stream().anyMatch(segments::contains))
            .toList();
    return found.isEmpty() ? roles.stream().filter(RolePlan::others).toList() : found;
  }

  /** The keys of all skills that some of these roles need, each once. */
  public static List<String> needs(List<RolePlan> some) {
    Set<String> needs = new LinkedHashSet<>();
    some.forEach(role -> needs.addAll(role.needs()));
    return new ArrayList<>(needs);
  }

  /** The role with that key. */
  public Optional<RolePlan> role(String key) {
    return roles.stream().filter(role -> role.key().equals(key)).findFirst();
  }

  /** Every segment that a role names. */
  public Set<String> segments() {
    Set<String> named = new LinkedHashSet<>();
    roles.forEach(role -> named.addAll(role.segments()));
    return named;
  }

  /** Whom it is for: whoever has a role; null when everybody has one. */
  public @Nullable Audience audience() {
    return roles.stream().anyMatch(RolePlan::others) ? null : new Audience(List.copyOf(segments()));
  }

  /**
   * One role and the skills that it needs.
   *
   * @param segments keys of segments: who is in one of them has the role; empty for the others
   * @param needs keys of skills; never empty
   */
  public record RolePlan(List<String> segments, List<String> needs) {

    /** The key of the role that is for everybody else. */
    public static final String OTHERS = "others";

    public RolePlan {
      segments = List.copyOf(segments);
      needs = List.copyOf(needs);
      if (needs.isEmpty()) {
        throw new IllegalArgumentException("a role needs at least one skill");
      }
    }

    /** Whether it is for everybody who is in no other role. */
    public boolean others() {
      return segments.isEmpty();
    }

    /** By which the role is known within its path, for instance {@code clerks+managers}. */
    public String key() {
      return others() ? OTHERS : String.join("+", segments);
    }
  }
}
