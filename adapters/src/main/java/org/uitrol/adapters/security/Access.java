package org.uitrol.adapters.security;

import java.util.Set;

/**
 * Who may use a route.
 *
 * @param everybody whether nobody needs to sign in
 * @param roles one of which is needed otherwise; none means that the route can't be used
 */
public record Access(boolean everybody, Set<Role> roles) {

  /** Anybody, signed in or not. */
  static final Access EVERYBODY = new Access(true, Set.of());

  /** Whoever is signed in. */
  static final Access SIGNED_IN = of(Role.values());

  /** Nobody from outside. */
  static final Access NOBODY = of();

  public Access {
    roles = Set.copyOf(roles);
  }

  static Access of(Role... roles) {
    return new Access(false, Set.of(roles));
  }

  /** Whether somebody with those roles may use the route; nobody signed in has none. */
  public boolean allows(Set<Role> held) {
    return everybody || roles.stream().anyMatch(held::contains);
  }
}
