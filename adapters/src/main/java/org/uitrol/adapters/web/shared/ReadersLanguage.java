package org.uitrol.adapters.web.shared;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;
import org.uitrol.adapters.security.ConsoleUser;

/** The language of a page: what the reader chose, or else the first that the browser asks for. */
@Component("localeResolver")
public class ReadersLanguage implements LocaleResolver {

  /** Under this name a page that knows its reader keeps the language for the request. */
  public static final String OF_READER = ReadersLanguage.class.getName() + ".ofReader";

  /** Keeps the choice of somebody who isn't signed in. */
  public static final String COOKIE = "language";

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    if (request.getAttribute(OF_READER) instanceof Locale ofReader) {
      return ofReader;
    }
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    if (who != null
        && who.getPrincipal() instanceof ConsoleUser user
        && user.language() != null
        && Languages.has(user.language())) {
      return Locale.forLanguageTag(user.language());
    }
    Cookie cookie = WebUtils.getCookie(request, COOKIE);
    if (cookie != null && Languages.has(cookie.getValue())) {
      return Locale.forLanguageTag(cookie.getValue());
    }
    List<Locale> asked =
        request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
            ? List.of()
            : Collections.list(request.getLocales());
    return asked.stream()
        .map(Locale::getLanguage)
        .filter(Languages::has)
        .findFirst()
        .map(Locale::forLanguageTag)
        .orElse(Languages.ALL.get(0));
  }

  @Override
  public void setLocale(
      HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    throw new UnsupportedOperationException("a reader's language is chosen on a page");
  }
}
