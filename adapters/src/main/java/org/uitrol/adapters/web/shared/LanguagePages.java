package org.uitrol.adapters.web.shared;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.uitrol.adapters.security.Accounts;
import org.uitrol.adapters.security.ConsoleUser;

/** Changes the language of all pages, for good. */
@Controller
class LanguagePages {

  private static final Duration KEPT = Duration.ofDays(365);

  private final Accounts accounts;

  LanguagePages(Accounts accounts) {
    this.accounts = accounts;
  }

  @PostMapping("/language")
  ResponseEntity<Void> choose(
      @RequestParam String language,
      @RequestParam(defaultValue = "/") String back,
      @AuthenticationPrincipal @Nullable ConsoleUser user) {
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(HttpStatus.SEE_OTHER)
            .header(HttpHeaders.LOCATION, LocalPath.of(back).value());
    if (Languages.has(language)) {
      if (user != null) {
        accounts.language(user.id(), language);
      }
      answer.header(
          HttpHeaders.SET_COOKIE,
          ResponseCookie.from(ReadersLanguage.COOKIE, language)
              .path("/")
              .httpOnly(true)
              .sameSite("Lax")
              .maxAge(KEPT)
              .build()
              .toString());
    }
    return answer.build();
  }
}
