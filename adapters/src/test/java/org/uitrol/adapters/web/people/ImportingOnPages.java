package org.uitrol.adapters.web.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.support.TransactionTemplate;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.people.RunningImports;
import org.uitrol.adapters.people.RunningImports.State;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.web.Visitor;
import org.uitrol.application.directory.port.PeopleImportLog;
import org.uitrol.application.directory.port.PeopleImportLog.PastImport;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.directory.port.SyncRegister;
import org.uitrol.support.RunningApplication;

class ImportingOnPages {

  @RegisterExtension
  static final RunningApplication UITROL = RunningApplication.of(UitrolApplication.class);

  private static final Pattern HIDDEN = Pattern.compile("name=\"(\\w+)\" value=\"([^\"]*)\"");
  private static final String HEADER = "personeelsnummer;e-mail;naam;afdeling\n";

  private static Visitor manager;

  @BeforeAll
  static void somebody_signs_in() {
    manager = Visitor.signedIn(UITROL, "manager", Role.CHANGE_MANAGER);
  }

  @Test
  void shows_what_a_file_would_do_and_does_it() {
    String page = look(HEADER + "k1;k1@k.example;<h1>J</h1> ${7*7};Kas\nk2;x@;Bob;Kas\n");
    assertThat(page).contains("Import one person", "One thing to look at", "people.csv");
    assertThat(UITROL.bean(PersonVault.class).findByEmployeeNumber("k1")).isEmpty();

    HttpResponse<String> done = manager.post("/people/import/apply", hidden(page));
    assertThat(done.headers().firstValue("Location").orElse(done.body())).endsWith("/people");
    assertThat(manager.get("/people").body()).contains("1 people added and 0 changed");
    assertThat(manager.get("/people?department=kas").body())
        .contains("&lt;h1&gt;J&lt;/h1&gt; ${7*7}")
        .doesNotContain("<h1>J</h1>");
    HttpResponse<String> twice = manager.post("/people/import/apply", hidden(page));
    assertThat(twice.statusCode()).isEqualTo(422);
    assertThat(twice.body()).contains("The file isn’t here any more");
  }

  @Test
  void tells_how_far_a_long_import_is_stops_it_and_goes_on() {
    String page =
        look(
            HEADER
                + IntStream.range(0, 1_200)
                    .mapToObj(i -> "w%d;;W;Water".formatted(i))
                    .collect(Collectors.joining("\n")));
    CountDownLatch letGo = new CountDownLatch(1);
    CompletableFuture<Void> directory = CompletableFuture.runAsync(() -> writeUntil(letGo));
    String progress = begin(page);
    try {
      await().until(() -> manager.get(progress).body().contains("0 of 1,200 people are done"));
      HttpResponse<String> running = manager.get(progress);
      assertThat(running.headers().firstValue("Refresh")).hasValue("3");
      assertThat(running.body()).contains("At work", "Stop it").doesNotContain("Go on with it");
      assertThat(manager.get("/people/import").body()).contains("At work", progress);
      assertThat(manager.post("/people/import/apply", hidden(page)).body())
          .contains("Another import is at work");
      manager.get(progress);
      manager.post(progress + "/stop", Map.of());
    } finally {
      letGo.countDown();
      directory.join();
    }
    await().until(() -> state() == State.STOPPED);
    HttpResponse<String> stopped = manager.get(progress);
    assertThat(stopped.headers().firstValue("Refresh")).isEmpty();
    assertThat(stopped.body()).contains("Stopped", "Go on with it").doesNotContain("Stop it");

    manager.post("/people/import/apply", hidden(stopped.body()));
    await().until(() -> state() == State.FINISHED);
    assertThat(manager.get(progress).body()).contains("1,200 of 1,200 people are done");
    assertThat(UITROL.bean(PersonVault.class).findByEmployeeNumber("w1199")).isPresent();
  }

  @Test
  void says_which_line_of_a_broken_file_is_meant() {
    assertThat(look(HEADER + "z1;;\"Zoe;Zaal\n")).contains("Line 2:");
    assertThat(look("")).contains("Choose a file.");
    assertThat(manager.get("/people/import/999999").statusCode()).isEqualTo(404);
  }

  private static String begin(String page) {
    await().until(ImportingOnPages::directoryWrites);
    return manager
        .post("/people/import/apply", hidden(page))
        .headers()
        .firstValue("Location")
        .map(ImportingOnPages::path)
        .orElse("none");
  }

  private static State state() {
    PastImport latest = UITROL.bean(PeopleImportLog.class).latest(1).get(0);
    return UITROL.bean(RunningImports.class).state(latest);
  }

  /** What the organisation's own directory does while it writes. */
  private static void writeUntil(CountDownLatch letGo) {
    UITROL
        .bean(TransactionTemplate.class)
        .executeWithoutResult(
            status -> {
              UITROL.bean(SyncRegister.class).waitForTurn();
              try {
                letGo.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
  }

  private static boolean directoryWrites() {
    return UITROL
        .jdbc()
        .sql("select exists (select 1 from pg_locks where locktype = 'advisory' and classid = 1)")
        .query(Boolean.class)
        .single();
  }

  private static String path(String location) {
    return location.substring(location.indexOf("/people/"));
  }

  private static Map<String, String> hidden(String page) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher found = HIDDEN.matcher(page.substring(page.indexOf("<main")));
    while (found.find()) {
      fields.put(found.group(1), found.group(2));
    }
    fields.remove("_csrf");
    return fields;
  }

  private static String look(String csv) {
    String form = manager.get("/people/import").body();
    String border = "border-of-parts";
    String token = form.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
    String body =
        "--%1$s\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n%2$s\r\n--%1$s\r\n"
                .formatted(border, token)
            + "Content-Disposition: form-data; name=\"file\"; filename=\"people.csv\"\r\n"
            + "Content-Type: text/csv\r\n\r\n"
            + csv
            + "\r\n--%s--\r\n".formatted(border);
    return manager
        .send(
            manager
                .request("/people/import")
                .header("Content-Type", "multipart/form-data; boundary=" + border)
                .POST(BodyPublishers.ofString(body))
                .build())
        .body();
  }
}
