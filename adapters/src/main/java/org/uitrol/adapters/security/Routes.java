package org.uitrol.adapters.security;

import static org.uitrol.adapters.security.Access.EVERYBODY;
import static org.uitrol.adapters.security.Access.NOBODY;
import static org.uitrol.adapters.security.Access.SIGNED_IN;
import static org.uitrol.adapters.security.Role.ADMIN;
import static org.uitrol.adapters.security.Role.CHANGE_MANAGER;
import static org.uitrol.adapters.security.Role.PRESENTER;
import static org.uitrol.adapters.security.Role.WORKS_COUNCIL;

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

  private static final Access MANAGERS = Access.of(CHANGE_MANAGER);
  private static final Access RUNNERS = Access.of(CHANGE_MANAGER, ADMIN);
  private static final Access READERS = Access.of(CHANGE_MANAGER, WORKS_COUNCIL, ADMIN);
  private static final Access ANSWERERS = Access.of(CHANGE_MANAGER, WORKS_COUNCIL);
  private static final Access LEADERS = Access.of(CHANGE_MANAGER, PRESENTER);
  private static final Access KEEPERS = Access.of(WORKS_COUNCIL, ADMIN);
  private static final Access COUNCIL = Access.of(WORKS_COUNCIL);
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
          post("/accounts/{account}/password", ADMINS),
          get("/campaigns", READERS),
          post("/campaigns", MANAGERS),
          get("/campaigns/new", MANAGERS),
          get("/campaigns/templates", MANAGERS),
          get("/campaigns/templates/{tool}/{sector}", MANAGERS),
          get("/campaigns/{campaign}", READERS),
          get("/campaigns/{campaign}/plan", MANAGERS),
          get("/campaigns/{campaign}/plan/surveys", MANAGERS),
          get("/campaigns/{campaign}/plan/surveys/{survey}", MANAGERS),
          post("/campaigns/{campaign}/plan/surveys/{survey}", MANAGERS),
          get("/campaigns/{campaign}/versions/{version}", READERS),
          get("/campaigns/{campaign}/versions/{version}/changes", READERS),
          get("/campaigns/{campaign}/amendment", READERS),
          get("/campaigns/{campaign}/dossier", KEEPERS),
          post("/campaigns/{campaign}/dossier", KEEPERS),
          get("/campaigns/{campaign}/people", READERS),
          get("/campaigns/{campaign}/adoption", READERS),
          get("/campaigns/{campaign}/what-if", RUNNERS),
          post("/campaigns/{campaign}/what-if", RUNNERS),
          get("/campaigns/{campaign}/what-if/{run}", RUNNERS),
          post("/campaigns/{campaign}/what-if/{run}/stop", RUNNERS),
          get("/campaigns/{campaign}/mails", MANAGERS),
          post("/campaigns/{campaign}/mails", MANAGERS),
          get("/campaigns/{campaign}/mails/html", MANAGERS),
          post("/campaigns/{campaign}/mails/test", MANAGERS),
          get("/campaigns/{campaign}/consultation", READERS),
          post("/campaigns/{campaign}/consultation/opinion", COUNCIL),
          post("/campaigns/{campaign}/consultation/conditions/{condition}", COUNCIL),
          post("/campaigns/{campaign}/consultation/set-aside", MANAGERS),
          post("/campaigns/{campaign}/consultation/forgo-suspension", COUNCIL),
          post("/campaigns/{campaign}/consultation/answers/{question}", MANAGERS),
          get("/campaigns/{campaign}/surveys", ANSWERERS),
          post("/campaigns/{campaign}/surveys/{activity}", MANAGERS),
          get("/campaigns/{campaign}/surveys/{activity}/sources", MANAGERS),
          post("/campaigns/{campaign}/surveys/{activity}/sources", MANAGERS),
          get("/answer-sources/{source}", MANAGERS),
          post("/answer-sources/{source}/file", MANAGERS),
          get("/answer-sources/{source}/mapping", MANAGERS),
          post("/answer-sources/{source}/mapping", MANAGERS),
          get("/answer-sources/{source}/words", MANAGERS),
          post("/answer-sources/{source}/words", MANAGERS),
          get("/answer-sources/{source}/preview", MANAGERS),
          post("/answer-sources/{source}/apply", MANAGERS),
          post("/answer-sources/{source}/discard", MANAGERS),
          post("/answer-sources/{source}/secret", MANAGERS),
          post("/answer-sources/{source}/close", MANAGERS),
          get("/campaigns/{campaign}/surveys/{activity}/{round}", ANSWERERS),
          get("/campaigns/{campaign}/surveys/{activity}/{round}/results.csv", ANSWERERS),
          get("/campaigns/{campaign}/steps/{step}", MANAGERS),
          post("/campaigns/{campaign}/steps/{step}", MANAGERS),
          get("/rollouts/{rollout}", READERS),
          get("/rollouts/{rollout}/paths/{activity}", READERS),
          get("/rollouts/{rollout}/gates/{stage}/why", READERS),
          get("/rollouts/{rollout}/hold", MANAGERS),
          post("/rollouts/{rollout}/hold", MANAGERS),
          get("/rollouts/{rollout}/release", MANAGERS),
          post("/rollouts/{rollout}/release", MANAGERS),
          get("/rollouts/{rollout}/approve", READERS),
          post("/rollouts/{rollout}/approve", READERS),
          get("/rollouts/{rollout}/skip-stage", MANAGERS),
          post("/rollouts/{rollout}/skip-stage", MANAGERS),
          get("/rollouts/{rollout}/roll-back", MANAGERS),
          post("/rollouts/{rollout}/roll-back", MANAGERS),
          get("/rollouts/{rollout}/waive", MANAGERS),
          post("/rollouts/{rollout}/waive", MANAGERS),
          get("/rollouts/{rollout}/activities/{activity}/skip", MANAGERS),
          post("/rollouts/{rollout}/activities/{activity}/skip", MANAGERS),
          get("/rollouts/{rollout}/activities/{activity}/sessions/new", MANAGERS),
          post("/rollouts/{rollout}/activities/{activity}/sessions/new", MANAGERS),
          get("/rollouts/{rollout}/activities/{activity}/proposal", MANAGERS),
          post("/rollouts/{rollout}/activities/{activity}/proposal", MANAGERS),
          post("/rollouts/{rollout}/activities/{activity}/proposal/stop", MANAGERS),
          post("/rollouts/{rollout}/activities/{activity}/proposal/go-on", MANAGERS),
          post("/rollouts/{rollout}/activities/{activity}/proposal/discard", MANAGERS),
          post("/rollouts/{rollout}/activities/{activity}/proposal/accept", MANAGERS),
          get("/rollouts/{rollout}/activities/{activity}/proposal/people/{person}", MANAGERS),
          post("/rollouts/{rollout}/activities/{activity}/proposal/people/{person}", MANAGERS),
          get("/rollouts/{rollout}/activities/{activity}/proposal/sessions/{session}", MANAGERS),
          post("/rollouts/{rollout}/activities/{activity}/proposal/sessions/{session}", MANAGERS),
          get("/outages", MANAGERS),
          post("/outages", MANAGERS),
          get("/sessions", LEADERS),
          get("/sessions/{session}", LEADERS),
          post("/sessions/{session}/attendance", LEADERS),
          post("/sessions/{session}/attendance/{person}", LEADERS),
          get("/sessions/{session}/move", MANAGERS),
          post("/sessions/{session}/move", MANAGERS),
          get("/sessions/{session}/cancel", MANAGERS),
          post("/sessions/{session}/cancel", MANAGERS),
          get("/imports/attendance", MANAGERS),
          post("/imports/attendance", MANAGERS),
          post("/imports/attendance/apply", MANAGERS),
          get("/imports/completions", MANAGERS),
          post("/imports/completions", MANAGERS),
          post("/imports/completions/apply", MANAGERS),
          get("/imports/accounts", MANAGERS),
          post("/imports/accounts/{account}", MANAGERS),
          post("/imports/accounts/{account}/release", MANAGERS),
          get("/imports/usage", MANAGERS),
          post("/imports/usage", MANAGERS),
          post("/imports/usage/apply", MANAGERS),
          get("/people", RUNNERS),
          get("/people/import", RUNNERS),
          post("/people/import", RUNNERS),
          post("/people/import/apply", RUNNERS),
          get("/people/import/{number}", RUNNERS),
          post("/people/import/{number}/stop", RUNNERS),
          get("/people/{person}", RUNNERS),
          get("/people/{person}/why", RUNNERS),
          get("/people/{person}/use", MANAGERS),
          post("/people/{person}/use", MANAGERS),
          get("/certificates", RUNNERS),
          get("/people/{person}/erasure", ADMINS),
          post("/people/{person}/erasure", ADMINS),
          post("/people/{person}/erasure/approve", ADMINS),
          post("/people/{person}/erasure/refuse", ADMINS),
          post("/people/{person}/erasure/withdraw", ADMINS),
          get("/people/{person}/erasure/certificate", ADMINS),
          get("/erasures", ADMINS),
          post("/erasures/readmit", ADMINS),
          post("/erasures/certificate", ADMINS),
          get("/retention", KEEPERS),
          get("/history", READERS),
          get("/history/accesses", KEEPERS),
          get("/history/export.csv", READERS),
          get("/history/export.jsonl", READERS),
          get("/history/events/{event}", READERS),
          get("/history/events/{event}/proof", READERS),
          get("/history/checkpoints", READERS),
          post("/history/checkpoints", ADMINS),
          get("/history/checkpoints/key.pem", READERS),
          get("/history/checkpoints/history.jsonl", READERS),
          get("/history/checkpoints/{number}", READERS),
          get("/history/checkpoints/{number}/since/{earlier}", READERS),
          get("/follow-ups", MANAGERS),
          post("/follow-ups/{followUp}/close", MANAGERS),
          get("/concerns", ANSWERERS),
          post("/concerns", ANSWERERS),
          get("/concerns/new", ANSWERERS),
          get("/concerns/{concern}", ANSWERERS),
          post("/concerns/{concern}/answer", MANAGERS),
          post("/concerns/{concern}/owner", MANAGERS),
          post("/concerns/{concern}/mark", ANSWERERS),
          post("/concerns/{concern}/unmark", ANSWERERS),
          post("/concerns/{concern}/again", ANSWERERS),
          post("/concerns/{concern}/withdraw", ANSWERERS),
          get("/inbound", RUNNERS),
          get("/inbound/{id}", RUNNERS),
          get("/inbound/{id}/raw", RUNNERS),
          post("/inbound/{id}/again", RUNNERS),
          post("/inbound/{id}/done", RUNNERS),
          get("/suppressed", RUNNERS),
          post("/suppressed/{person}/release", RUNNERS),
          post("/suppressed/{person}/optional", RUNNERS),
          get("/mailbox", RUNNERS),
          get("/mailbox/{mail}", RUNNERS),
          get("/mailbox/{mail}/html", RUNNERS),
          get("/mailbox/{mail}/raw", RUNNERS),
          get("/mailbox/{mail}/invitation.ics", RUNNERS),
          get("/operations", ADMINS),
          get("/operations/views", ADMINS),
          post("/operations/views", ADMINS),
          post("/operations/views/{view}/fill", ADMINS),
          post("/operations/views/{view}/stop", ADMINS),
          post("/operations/letters/{processor}/{letter}/retry", ADMINS),
          get("/operations/letters/{processor}/{letter}/discard", ADMINS),
          post("/operations/letters/{processor}/{letter}/discard", ADMINS),
          post("/operations/mails/{dispatch}/again", ADMINS),
          post("/operations/mails/{dispatch}/leave", ADMINS),
          get("/hold", ADMINS),
          post("/hold/release", ADMINS),
          post("/hold/due", ADMINS),
          get("/channels", ADMINS),
          post("/channels", ADMINS),
          get("/channels/new", ADMINS),
          get("/channels/{channel}", ADMINS),
          post("/channels/{channel}", ADMINS),
          post("/channels/{channel}/address", ADMINS),
          post("/channels/{channel}/secret", ADMINS),
          post("/channels/{channel}/pause", ADMINS),
          post("/channels/{channel}/resume", ADMINS),
          post("/channels/{channel}/test", ADMINS),
          post("/channels/{channel}/messages/{message}/again", ADMINS),
          post("/channels/{channel}/close", ADMINS),
          post("/time/next", RUNNERS));

  /** What people reach by a link that is theirs alone; the link itself says whose it is. */
  private static final List<Route> PERSONAL =
      List.of(
          get("/p/{token}", EVERYBODY),
          get("/p/{token}/data", EVERYBODY),
          post("/p/{token}/sessions/{session}/answer", EVERYBODY),
          post("/p/{token}/sessions/{session}/move", EVERYBODY),
          post("/p/{token}/sessions/{session}/wait", EVERYBODY),
          post("/p/{token}/sessions/{session}/check-in", EVERYBODY),
          post("/p/{token}/courses/{learnerRecord}/done", EVERYBODY),
          get("/p/{token}/courses/{learnerRecord}/certificate", EVERYBODY),
          get("/p/{token}/paths/{path}/certificate", EVERYBODY),
          post("/p/{token}/tasks/{followUp}/done", EVERYBODY),
          post("/p/{token}/help/{rollout}", EVERYBODY),
          post("/p/{token}/language", EVERYBODY),
          post("/p/{token}/mail", EVERYBODY),
          post("/p/{token}/calendar", EVERYBODY),
          post("/p/{token}/calendar/withdraw", EVERYBODY),
          get("/p/{token}/goals", EVERYBODY),
          post("/p/{token}/goals", EVERYBODY),
          post("/p/{token}/goals/reminders", EVERYBODY),
          post("/p/{token}/goals/{goal}", EVERYBODY),
          post("/p/{token}/goals/{goal}/remove", EVERYBODY),
          get("/p/{token}/questions", EVERYBODY),
          post("/p/{token}/questions", EVERYBODY),
          post("/p/{token}/questions/{concern}/again", EVERYBODY),
          post("/p/{token}/questions/{concern}/withdraw", EVERYBODY),
          get("/q/{code}", EVERYBODY),
          post("/q/{code}/again", EVERYBODY),
          post("/q/{code}/withdraw", EVERYBODY),
          get("/s/{token}", EVERYBODY),
          post("/s/{token}", EVERYBODY),
          get("/c/{token}/uitrol.ics", EVERYBODY),
          get("/u/{token}", EVERYBODY),
          post("/u/{token}", EVERYBODY),
          post("/u/{token}/again", EVERYBODY));

  /**
   * Asked for with a token; reading needs the scope to read, all else the scope to write. What
   * everybody may send is signed by whoever sends it.
   */
  private static final List<Route> API =
      List.of(
          get("/api/v1/openapi.yaml", SIGNED_IN),
          get("/api/v1/campaigns", READERS),
          post("/api/v1/campaigns", MANAGERS),
          get("/api/v1/campaigns/{campaign}", READERS),
          get("/api/v1/campaigns/{campaign}/adoption", READERS),
          post("/api/v1/campaigns/{campaign}/dossier", KEEPERS),
          post("/api/v1/campaigns/{campaign}/what-if", RUNNERS),
          get("/api/v1/campaigns/{campaign}/what-if/{run}", RUNNERS),
          post("/api/v1/campaigns/{campaign}/what-if/{run}/stop", RUNNERS),
          get("/api/v1/campaigns/{campaign}/surveys", ANSWERERS),
          get("/api/v1/campaigns/{campaign}/surveys/{activity}/{round}", ANSWERERS),
          get("/api/v1/rollouts/{rollout}", READERS),
          get("/api/v1/rollouts/{rollout}/gates/{stage}/why", READERS),
          get("/api/v1/people/{person}/why", RUNNERS),
          get("/api/v1/concerns", ANSWERERS),
          post("/api/v1/concerns", ANSWERERS),
          get("/api/v1/concerns/{concern}", ANSWERERS),
          post("/api/v1/concerns/{concern}/answers", MANAGERS),
          get("/api/v1/history", READERS),
          get("/api/v1/history/proofs/{position}", READERS),
          get("/api/v1/checkpoints", READERS),
          get("/api/v1/checkpoints/{number}", READERS),
          get("/api/v1/checkpoints/{number}/since/{earlier}", READERS),
          post("/api/v1/sessions/{session}/attendance", LEADERS),
          post("/api/v1/courses/completions", RUNNERS),
          post("/api/v1/usage", RUNNERS),
          post("/api/v1/answer-sources/{source}/answers", MANAGERS),
          post("/api/v1/hooks/formbricks/{source}", EVERYBODY),
          post("/api/v1/people/import", RUNNERS),
          post("/api/v1/people/import/{stage}/apply", RUNNERS),
          get("/api/v1/people/imports/{number}", RUNNERS),
          get("/api/v1/hold", ADMINS),
          post("/api/v1/hold/release", ADMINS),
          post("/api/v1/hold/due/release", ADMINS),
          post("/api/v1/hold/due/discard", ADMINS),
          get("/api/v1/people/{person}/erasure", ADMINS),
          post("/api/v1/people/{person}/erasure", ADMINS),
          post("/api/v1/people/{person}/erasure/approve", ADMINS),
          get("/api/v1/people/{person}/erasure/certificate", ADMINS),
          post("/api/v1/people/imports/{number}/stop", RUNNERS));

  /** Asked for by the organisation's own directory, with a token that has the scope for it. */
  private static final List<Route> SCIM =
      List.of(
          get("/scim/v2/ServiceProviderConfig", RUNNERS),
          get("/scim/v2/ResourceTypes", RUNNERS),
          get("/scim/v2/ResourceTypes/{type}", RUNNERS),
          get("/scim/v2/Schemas", RUNNERS),
          get("/scim/v2/Schemas/{schema}", RUNNERS),
          get("/scim/v2/Users", RUNNERS),
          post("/scim/v2/Users", RUNNERS),
          get("/scim/v2/Users/{person}", RUNNERS),
          put("/scim/v2/Users/{person}", RUNNERS),
          patch("/scim/v2/Users/{person}", RUNNERS),
          delete("/scim/v2/Users/{person}", RUNNERS),
          get("/scim/v2/Groups", RUNNERS),
          post("/scim/v2/Groups", RUNNERS),
          get("/scim/v2/Groups/{department}", RUNNERS),
          put("/scim/v2/Groups/{department}", RUNNERS),
          patch("/scim/v2/Groups/{department}", RUNNERS),
          delete("/scim/v2/Groups/{department}", RUNNERS));

  /** Asked for by learning platforms, with a token that has the scope for it. */
  private static final List<Route> XAPI =
      List.of(
          get("/xapi/about", EVERYBODY),
          get("/xapi/statements", RUNNERS),
          put("/xapi/statements", RUNNERS),
          post("/xapi/statements", RUNNERS),
          get("/xapi/agents", RUNNERS),
          get("/xapi/activities", RUNNERS),
          any("/xapi/activities/state", RUNNERS),
          any("/xapi/activities/profile", RUNNERS),
          any("/xapi/agents/profile", RUNNERS));

  private static final PathPatternParser PARSER = new PathPatternParser();

  private Routes() {}

  /** The pages, in the order in which they are tried. */
  public static List<Route> console() {
    return CONSOLE;
  }

  /** What is reached by a personal link, in the order in which it is tried. */
  public static List<Route> personal() {
    return PERSONAL;
  }

  /** What other programs ask for, in the order in which it is tried. */
  public static List<Route> api() {
    return API;
  }

  /** What the organisation's own directory asks for, in the order in which it is tried. */
  public static List<Route> scim() {
    return SCIM;
  }

  /** What learning platforms ask for, in the order in which it is tried. */
  public static List<Route> xapi() {
    return XAPI;
  }

  /** Pages and what other programs ask for. */
  public static List<Route> all() {
    return Stream.of(CONSOLE, PERSONAL, API, SCIM, XAPI).flatMap(List::stream).toList();
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

  private static Route put(String pattern, Access access) {
    return new Route(HttpMethod.PUT, pattern, access);
  }

  private static Route patch(String pattern, Access access) {
    return new Route(HttpMethod.PATCH, pattern, access);
  }

  private static Route delete(String pattern, Access access) {
    return new Route(HttpMethod.DELETE, pattern, access);
  }

  private static Route any(String pattern, Access access) {
    return new Route(null, pattern, access);
  }
}
