package org.uitrol.adapters.web.shared;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.uitrol.adapters.demo.DemoClock;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.security.Routes;
import org.uitrol.application.hold.port.HoldState;

/** What stands around every page. Pages use it by the name {@code layout}. */
@Component
public class Layout {

  private static final List<Entry> MENU =
      List.of(
          new Entry("/", "menu.home"),
          new Entry("/campaigns", "menu.campaigns"),
          new Entry("/sessions", "menu.sessions"),
          new Entry("/people", "menu.people"),
          new Entry("/follow-ups", "menu.followUps"),
          new Entry("/concerns", "menu.concerns"),
          new Entry("/history", "menu.history"),
          new Entry("/inbound", "menu.inbound"),
          new Entry("/mailbox", "menu.mailbox"),
          new Entry("/operations", "menu.operations"),
          new Entry("/accounts", "menu.accounts"));

  private final ObjectProvider<DemoClock> demo;
  private final Words words;
  private final HoldState hold;
  private final Set<String> hidden;

  Layout(
      ObjectProvider<DemoClock> demo, Words words, HoldState hold, List<HiddenMenuEntry> hidden) {
    this.words = words;
    this.hold = hold;
    this.demo = demo;
    this.hidden =
        hidden.stream().map(HiddenMenuEntry::path).collect(Collectors.toUnmodifiableSet());
  }

  private record Entry(String path, String key) {}

  /** A part of the menu. */
  public record MenuItem(String path, String key, boolean current) {}

  /**
   * A language to choose.
   *
   * @param chosen {@code true} or {@code false}, as an attribute says it
   */
  public record Choice(String tag, String name, String chosen) {}

  /** A path that this installation doesn't have. */
  public record HiddenMenuEntry(String path) {}

  /** Who reads the page; null when nobody is signed in. */
  public @Nullable ConsoleUser user() {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    return who != null && who.getPrincipal() instanceof ConsoleUser user ? user : null;
  }

  public boolean is(String role) {
    ConsoleUser user = user();
    return user != null && user.is(Role.valueOf(role));
  }

  /** Whether the reader may open a page. */
  public boolean may(String path) {
    ConsoleUser user = user();
    return Routes.mayOpen(path, user == null ? Set.of() : user.roles());
  }

  public List<MenuItem> menu() {
    if (user() == null) {
      return List.of();
    }
    String here = path();
    return MENU.stream()
        .filter(entry -> !hidden.contains(entry.path()) && may(entry.path()))
        .map(entry -> new MenuItem(entry.path(), entry.key(), isWithin(here, entry.path())))
        .toList();
  }

  public List<Choice> languages() {
    String now = words.language();
    return Languages.ALL.stream()
        .map(language -> language.toLanguageTag())
        .sorted()
        .map(
            tag ->
                new Choice(tag, words.say("language." + tag), tag.equals(now) ? "true" : "false"))
        .toList();
  }

  /** The path and query of this page, to come back to. */
  public String here() {
    HttpServletRequest request = request();
    String query = request.getQueryString();
    boolean asked = request.getMethod().equals("GET") && !isError(request);
    return LocalPath.of(asked ? path() + (query == null ? "" : "?" + query) : "/").value();
  }

  /** The moment that it is made out to be; null when time is real. */
  public @Nullable Instant simulatedTime() {
    DemoClock clock = demo.getIfAvailable();
    return clock == null ? null : clock.instant();
  }

  /** Whether nothing that is past due leaves. */
  public boolean onHold() {
    return hold.isOn();
  }

  /** Whether the reader may make time jump. */
  public boolean mayJump() {
    ConsoleUser user = user();
    return user != null && (user.is(Role.CHANGE_MANAGER) || user.is(Role.ADMIN));
  }

  private static boolean isWithin(String here, String path) {
    return here.equals(path) || (path.length() > 1 && here.startsWith(path + "/"));
  }

  private static String path() {
    HttpServletRequest request = request();
    Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return failed instanceof String uri ? uri : request.getRequestURI();
  }

  private static boolean isError(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) != null;
  }

  private static HttpServletRequest request() {
    return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes())
        .getRequest();
  }
}
