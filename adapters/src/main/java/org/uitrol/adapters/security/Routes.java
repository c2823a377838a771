package org.uitrol.adapters.security;

import static org.uitrol.adapters.security.Access.EVERYBODY;
import static org.uitrol.adapters.security.Access.NOBODY;
import static org.uitrol.adapters.security.Access.SIGNED_IN;
import static org.uitrol.adapters.security.Role.ADMIN;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Every route with who may use it: the only place that says so. What isn't here is refused. The
 * first route that fits counts, so that a fixed path stands before one with a variable.
 *
 * <p>Which rows of a page somebody may see is up to the page: here is only who may open it.
 */
public final class Routes {

  private static final Access ADMINS = Access.of(ADMIN);

  private static final List<Route> CONSOLE =
      List.of(
          any("/error", NOBODY),
          get("/actuator/health", EVERYBODY),
          get("/actuator/health/**", EVERYBODY),
          get("/login", EVERYBODY),
          post("/login", EVERYBODY),
          post("/logout", EVERYBODY),
          post("/language", EVERYBODY),
          get("/", SIGNED_IN),
          get("/account", SIGNED_IN),
          post("/account/password", SIGNED_IN),
          post("/account/tokens", SIGNED_IN),
          post("/account/tokens/{token}/revoke", SIGNED_IN),
          get("/accounts", ADMINS),
          post("/accounts", ADMINS),
          post("/accounts/{account}", ADMINS),
          post("/accounts/{account}/password", ADMINS));

  /** Asked for with a token; reading needs the scope to read, all else the scope to write. */
  private static final List<Route> API = List.of();

  private static final PathPatternParser PARSER = new PathPatternParser();

  private Routes() {}

  /** The pages, in the order in which they are tried. */
  public static List<Route> console() {
    return CONSOLE;
  }

  /** What other programs ask for, in the order in which it is tried. */
  public static List<Route> api() {
    return API;
  }

  /** Pages and what other programs ask for. */
  public static List<Route> all() {
    return Stream.concat(CONSOLE.stream(), API.stream()).toList();
  }

  /** Whether somebody with those roles may open a page, for menus and links. */
  public static boolean mayOpen(String path, Set<Role> roles) {
    PathContainer parsed = PathContainer.parsePath(path);
    return CONSOLE.stream()
        .filter(route -> HttpMethod.GET.equals(route.method()))
        .filter(route -> pattern(route).matches(parsed))
        .findFirst()
        .map(route -> route.access().allows(roles))
        .orElse(false);
  }

  private static PathPattern pattern(Route route) {
    return PARSER.parse(route.pattern());
  }

  private static Route get(String pattern, Access access) {
    return new Route(HttpMethod.GET, pattern, access);
  }

  private static Route post(String pattern, Access access) {
    return new Route(HttpMethod.POST, pattern, access);
  }

  private static Route any(String pattern, Access access) {
    return new Route(null, pattern, access);
  }
}
