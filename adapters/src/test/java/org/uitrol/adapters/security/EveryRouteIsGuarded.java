package org.uitrol.adapters.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.security.ApiTokens.Scope;
import org.uitrol.adapters.web.Visitor;
import org.uitrol.support.RunningApplication;

/** Every route that is answered, tried by every role and by nobody. */
class EveryRouteIsGuarded {

  @RegisterExtension
  static final RunningApplication UITROL = RunningApplication.of(UitrolApplication.class);

  private static final String PASSWORD = "a long enough password";

  private static final Map<Role, Visitor> VISITORS = new EnumMap<>(Role.class);
  private static final Map<Role, String> TOKENS = new EnumMap<>(Role.class);

  @BeforeAll
  static void somebody_of_each_role_signs_in() {
    for (Role role : Role.values()) {
      String name = "one-" + role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
      var account = UITROL.bean(Accounts.class).add(name, "Somebody", Set.of(role), null, PASSWORD);
      Visitor visitor = new Visitor(UITROL);
      assertThat(visitor.signIn(name, PASSWORD).headers().firstValue("Location"))
          .hasValueSatisfying(location -> assertThat(location).doesNotContain("/login"));
      VISITORS.put(role, visitor);
      TOKENS.put(
          role, UITROL.bean(ApiTokens.class).issue(account, "test", Set.of(Scope.values()), 1));
    }
  }

  @Test
  void by_a_rule_that_names_it_exactly() {
    Set<String> ruled = new TreeSet<>();
    Routes.all().forEach(route -> ruled.add(route.toString()));

    assertThat(answered().keySet()).isNotEmpty().isSubsetOf(ruled);
  }

  @Test
  void and_no_rule_is_left_over_from_a_route_that_is_gone() {
    Set<String> expected = new TreeSet<>();
    Routes.all().forEach(route -> expected.add(route.toString()));
    expected.removeIf(route -> route.contains("/actuator/"));
    // The filters of the sign-in answer these.
    expected.remove("POST /login");
    expected.remove("POST /logout");
    // These are there with the embedded default only.
    expected.removeIf(route -> route.contains(" /mailbox") || route.contains(" /time"));

    assertThat(answered().keySet()).containsAll(expected);
  }

  @Test
  void so_that_each_role_gets_what_its_rule_says() {
    SoftAssertions all = new SoftAssertions();
    int tried = 0;
    for (Route route : answered().values()) {
      for (Role role : Role.values()) {
        HttpResponse<String> answer = ask(route, role);
        boolean refused = answer.statusCode() == 403 || isSentToSignIn(route, answer);
        all.assertThat(refused)
            .as("%s as %s: %s", route, role, answer.statusCode())
            .isEqualTo(!route.access().allows(Set.of(role)));
        all.assertThat(answer.statusCode()).as("%s as %s", route, role).isLessThan(500);
        tried++;
      }
    }
    all.assertAll();
    assertThat(tried).isGreaterThan(50);
  }

  @Test
  void so_that_nobody_gets_in_without_signing_in() {
    SoftAssertions all = new SoftAssertions();
    for (Route route : answered().values()) {
      Visitor nobody = new Visitor(UITROL);
      if (!route.pattern().equals("/language")) {
        nobody.get("/login");
      }
      HttpResponse<String> answer = askAs(route, nobody, null);
      boolean refused =
          answer.statusCode() == 401 || answer.statusCode() == 403 || isSentToSignIn(route, answer);
      all.assertThat(refused || route.pattern().equals("/language"))
          .as("%s as nobody: %s", route, answer.statusCode())
          .isEqualTo(!route.access().allows(Set.of()) || route.pattern().equals("/language"));
    }
    all.assertAll();
  }

  @Test
  void and_what_nobody_answers_is_refused_too() {
    Visitor admin = Objects.requireNonNull(VISITORS.get(Role.ADMIN));

    assertThat(admin.get("/actuator/env").statusCode()).isEqualTo(403);
    assertThat(admin.get("/no/such/page").statusCode()).isEqualTo(403);
    assertThat(admin.get("/error").statusCode()).isEqualTo(403);
  }

  private static HttpResponse<String> ask(Route route, Role role) {
    return askAs(
        route,
        Objects.requireNonNull(VISITORS.get(role)),
        Objects.requireNonNull(TOKENS.get(role)));
  }

  private static HttpResponse<String> askAs(
      Route route, Visitor visitor, @org.jspecify.annotations.Nullable String token) {
    String path = route.pattern().replaceAll("\\{[^}]*}", "x");
    HttpMethod method = route.method() == null ? HttpMethod.GET : route.method();
    if (Set.of("api", "scim", "xapi").contains(path.split("/", -1)[1])) {
      HttpRequest.Builder request =
          visitor.request(path).method(method.name(), BodyPublishers.noBody());
      if (token != null) {
        request.header("Authorization", "Bearer " + token);
      }
      return new Visitor(UITROL).send(request.build());
    }
    return method.equals(HttpMethod.GET) ? visitor.get(path) : visitor.post(path, new HashMap<>());
  }

  private static boolean isSentToSignIn(Route route, HttpResponse<String> answer) {
    return answer.statusCode() == 302
        && !route.pattern().equals("/login")
        && answer.headers().firstValue("Location").orElse("").contains("/login");
  }

  /** What is answered, each with the rule that counts for it. */
  private static Map<String, Route> answered() {
    Map<String, Route> routes = new TreeMap<>();
    for (RequestMappingInfo info :
        UITROL
            .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
            .getHandlerMethods()
            .keySet()) {
      for (String pattern : info.getPatternValues()) {
        List<HttpMethod> methods = new ArrayList<>();
        info.getMethodsCondition()
            .getMethods()
            .forEach(method -> methods.add(method.asHttpMethod()));
        if (methods.isEmpty()) {
          add(routes, null, pattern);
        }
        methods.forEach(method -> add(routes, method, pattern));
      }
    }
    return routes;
  }

  private static void add(
      Map<String, Route> routes,
      @org.jspecify.annotations.Nullable HttpMethod method,
      String pattern) {
    Route plain = new Route(method, pattern, Access.NOBODY);
    routes.put(
        plain.toString(),
        Routes.all().stream()
            .filter(rule -> rule.toString().equals(plain.toString()))
            .findFirst()
            .orElse(plain));
  }
}
