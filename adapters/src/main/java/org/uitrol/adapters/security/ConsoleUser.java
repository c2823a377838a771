package org.uitrol.adapters.security;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.uitrol.application.shared.Actor;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.PersonId;

/**
 * Who is signed in, as it was at the beginning of the request.
 *
 * @param person the employee whose account it is, when that is known
 * @param language what they chose to read, or null when the browser decides
 * @param stamp of the account; an older one is no longer good
 */
public record ConsoleUser(
    AccountId id,
    String username,
    String displayName,
    Set<Role> roles,
    @Nullable PersonId person,
    @Nullable String language,
    int stamp)
    implements AuthenticatedPrincipal {

  public ConsoleUser {
    roles = Set.copyOf(roles);
  }

  @Override
  public String getName() {
    return username;
  }

  /** As the history records what this user does. */
  public Actor actor() {
    return Actor.account(id);
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }

  Collection<GrantedAuthority> authorities() {
    return roles.stream()
        .sorted()
        .<GrantedAuthority>map(role -> new SimpleGrantedAuthority(role.authority()))
        .toList();
  }

  /** Nothing personal, since this text may end up in a log. */
  @Override
  public String toString() {
    return "account " + id + " " + List.copyOf(roles);
  }
}
