package org.uitrol.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The machine's Chromium, without a window. Where there is none, the tests of the class are
 * skipped; with {@code UITROL_CI=true} that is an error. Register it as a static field.
 */
public final class Chromium implements BeforeAllCallback, AfterAllCallback {

  /** Debian's package; another one is named by {@code UITROL_CHROMIUM}. */
  private static final Path PROGRAM =
      Path.of(Objects.requireNonNullElse(System.getenv("UITROL_CHROMIUM"), "/usr/bin/chromium"));

  private @Nullable Playwright playwright;
  private @Nullable Browser browser;

  @Override
  public void beforeAll(ExtensionContext test) {
    if (!Files.isExecutable(PROGRAM)) {
      String missing = "there is no browser at " + PROGRAM + "; name one in UITROL_CHROMIUM";
      if ("true".equals(System.getenv("UITROL_CI"))) {
        throw new IllegalStateException(missing);
      }
      Assumptions.abort(missing);
    }
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(PROGRAM)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  @Override
  public void afterAll(ExtensionContext test) {
    if (playwright != null) {
      playwright.close();
    }
  }

  /** A window of somebody who shares nothing with other windows, in British English. */
  public Page window(int width, int height) {
    return window(new NewContextOptions().setLocale("en-GB").setViewportSize(width, height));
  }

  public Page window(NewContextOptions options) {
    return Objects.requireNonNull(browser, "not registered as a static field")
        .newContext(options)
        .newPage();
  }
}
