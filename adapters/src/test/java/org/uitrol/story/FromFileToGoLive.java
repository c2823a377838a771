package org.uitrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FromFileToGoLive {

  @TempDir Path folder;

  @Test
  void is_the_same_story_when_it_is_told_twice() throws IOException {
    try (Playwright playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser =
            playwright
                .chromium()
                .launch(
                    new LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic")))) {
      List<String> first = tell(folder.resolve("first"), browser);
      assertThat(first).hasSizeGreaterThan(4000);
      assertThat(tell(folder.resolve("second"), browser)).containsExactlyElementsOf(first);
    }
  }

  private static List<String> tell(Path data, Browser browser) throws IOException {
    try (Town town = Town.start(data, "--uitrol.sample=false");
        WholeStory story = new WholeStory(town, data, browser)) {
      story.tell();
      return town.history();
    }
  }
}
