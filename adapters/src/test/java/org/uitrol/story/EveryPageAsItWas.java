package org.uitrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.uitrol.adapters.travel.WhatTravels;
import org.uitrol.adapters.web.Visitor;

/**
 * Pages are looked at while a campaign runs; when it is further, the same pages as known on that
 * moment have to be the same, letter by letter.
 */
class EveryPageAsItWas {

  private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");
  private static final Pattern MAIN = Pattern.compile("(?s)<main.*?</main>");
  private static final Pattern FORM =
      Pattern.compile("(?s)<form[^>]*method=\"post\".*?</form>|<input type=\"hidden\"[^>]*>");
  private static final Pattern MOMENT = Pattern.compile("[?&](amp;)?(known-on|valid-on)=[^&\"#]*");

  /** Of sessions and people there are many that are alike. */
  private static final int OF_ONE_KIND = 4;

  /** Files are looked at by themselves; the sample has one version of its plan, and no paths. */
  private static final Set<String> KINDS =
      WhatTravels.pages().stream()
          .filter(pattern -> !pattern.contains("export.") && !pattern.endsWith(".csv"))
          .filter(pattern -> !pattern.endsWith("/changes") && !pattern.contains("/paths/"))
          .collect(Collectors.toCollection(TreeSet::new));

  @Test
  void is_what_it_was(@TempDir Path data) {
    try (Town town = Town.start(data)) {
      town.launch();
      town.playUntil(one -> one.count("stage.entered", "stage", "DEMO") > 0);
      town.settle();
      Visitor manager = visitor(town, "manager");
      Visitor council = visitor(town, "council");
      manager.get("/concerns/new");
      Map<String, String> question =
          Map.of("campaign", Town.CAMPAIGN.value(), "category", "DATA", "question", "Who sees it?");
      HttpResponse<String> raised = manager.post("/concerns", question);
      manager.get(URI.create(raised.headers().firstValue("Location").orElseThrow()).getPath());
      Map<String, String> managersPages = pages(manager);
      Map<String, String> councilsPages = pages(council);
      Map<String, String> files = files(manager);
      Instant then = town.now();
      assertThat(kinds(managersPages.keySet())).as("all that a manager can see").isEqualTo(KINDS);

      town.playUntil(one -> one.count("stage.entered", "stage", "GO_LIVE") > 0);
      town.settle();

      SoftAssertions all = new SoftAssertions();
      managersPages.forEach((path, page) -> isTheSame(then, manager, path, page, all));
      councilsPages.forEach((path, page) -> isTheSame(then, council, path, page, all));
      files.forEach(
          (path, file) ->
              all.assertThat(manager.get(path + "?known-on=" + then).body())
                  .as(path)
                  .isEqualTo(file));
      all.assertAll();
      assertThat(pages(manager)).as("a good deal happened").isNotEqualTo(managersPages);
    }
  }

  private static Set<String> kinds(Set<String> paths) {
    return paths.stream()
        .map(path -> WhatTravels.pattern(path.replaceAll("\\?.*", "")).orElseThrow())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Visitor visitor(Town town, String username) {
    Visitor visitor = new Visitor(path -> URI.create(town.address() + path));
    visitor.signIn(username, town.password(username));
    return visitor;
  }

  /** All that can travel and is found by following links, without their moment. */
  private static Map<String, String> pages(Visitor visitor) {
    Map<String, String> pages = new TreeMap<>();
    Map<String, Integer> ofAKind = new LinkedHashMap<>();
    Deque<String> toDo = new ArrayDeque<>(List.of("/"));
    Set<String> seen = new HashSet<>(toDo);
    while (!toDo.isEmpty()) {
      String path = toDo.remove();
      HttpResponse<String> page = visitor.get(path);
      if (page.statusCode() != 200) {
        continue;
      }
      pages.put(path, main(page.body()));
      LINK.matcher(page.body())
          .results()
          .map(link -> MOMENT.matcher(link.group(1).replace("&amp;", "&")).replaceAll(""))
          .filter(link -> !link.contains("export."))
          .forEach(
              link ->
                  WhatTravels.pattern(link.replaceAll("\\?.*", ""))
                      .filter(pattern -> seen.add(link))
                      .filter(pattern -> ofAKind.merge(pattern, 1, Integer::sum) <= OF_ONE_KIND)
                      .ifPresent(pattern -> toDo.add(link)));
    }
    return pages;
  }

  private static Map<String, String> files(Visitor visitor) {
    Map<String, String> files = new TreeMap<>();
    for (String path : List.of("/history/export.csv", "/history/export.jsonl")) {
      files.put(path, visitor.get(path).body());
    }
    return files;
  }

  private static void isTheSame(
      Instant then, Visitor visitor, String path, String page, SoftAssertions all) {
    HttpResponse<String> there =
        visitor.get(path + (path.contains("?") ? "&" : "?") + "known-on=" + then);
    all.assertThat(there.statusCode()).as(path).isEqualTo(200);
    all.assertThat(there.headers().firstValue("Memento-Datetime")).as(path).isPresent();
    all.assertThat(main(there.body())).as(path).isEqualTo(page);
  }

  /** What is shown to read; a plan is a file without anything around it. */
  private static String main(String page) {
    String main = MAIN.matcher(page).results().findFirst().map(MatchResult::group).orElse(page);
    return MOMENT.matcher(FORM.matcher(main).replaceAll("")).replaceAll("");
  }
}
