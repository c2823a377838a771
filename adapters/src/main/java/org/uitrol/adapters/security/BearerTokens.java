package org.uitrol.adapters.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.uitrol.adapters.security.ApiTokens.Bearer;

/**
 * Signs a program in for one request by its token (RFC 6750, section 2.1: the header only).
 * Learning platforms know user names and passwords alone: of them the token may be the password
 * (RFC 7617), and in a form that stands for a request (xAPI, section 1.3 of part three) so may that
 * header.
 */
final class BearerTokens extends OncePerRequestFilter {

  private static final String SCHEME = "Bearer ";
  private static final String BASIC = "Basic ";

  private final ApiTokens tokens;
  private final boolean asPassword;

  BearerTokens(ApiTokens tokens) {
    this(tokens, false);
  }

  private BearerTokens(ApiTokens tokens, boolean asPassword) {
    this.tokens = tokens;
    this.asPassword = asPassword;
  }

  /** Takes a token also where a password stands. */
  static BearerTokens orPasswords(ApiTokens tokens) {
    return new BearerTokens(tokens, true);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String token = token(request);
    if (token != null) {
      tokens
          .find(token)
          .ifPresent(
              bearer -> {
                SecurityContext context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(
                    UsernamePasswordAuthenticationToken.authenticated(
                        bearer.user(), null, authorities(bearer)));
                SecurityContextHolder.setContext(context);
              });
    }
    chain.doFilter(request, response);
  }

  private @Nullable String token(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null && asPassword && "POST".equals(request.getMethod())) {
      header = request.getParameter(HttpHeaders.AUTHORIZATION);
    }
    if (header == null) {
      return null;
    }
    if (header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return header.substring(SCHEME.length()).strip();
    }
    return asPassword && header.regionMatches(true, 0, BASIC, 0, BASIC.length())
        ? password(header.substring(BASIC.length()).strip())
        : null;
  }

  private static @Nullable String password(String encoded) {
    try {
      String both = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      return both.substring(both.indexOf(':') + 1);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static Collection<GrantedAuthority> authorities(Bearer bearer) {
    return Stream.<GrantedAuthority>concat(
            bearer.user().authorities().stream(),
            bearer.scopes().stream().map(scope -> new SimpleGrantedAuthority(scope.authority())))
        .toList();
  }
}
