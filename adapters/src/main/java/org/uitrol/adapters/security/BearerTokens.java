package org.uitrol.adapters.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.uitrol.adapters.security.ApiTokens.Bearer;

/** Signs a program in for one request by its token (RFC 6750, section 2.1: the header only). */
final class BearerTokens extends OncePerRequestFilter {

  private static final String SCHEME = "Bearer ";

  private final ApiTokens tokens;

  BearerTokens(ApiTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      tokens
          .find(header.substring(SCHEME.length()).strip())
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

  private static Collection<GrantedAuthority> authorities(Bearer bearer) {
    return Stream.<GrantedAuthority>concat(
            bearer.user().authorities().stream(),
            bearer.scopes().stream().map(scope -> new SimpleGrantedAuthority(scope.authority())))
        .toList();
  }
}
