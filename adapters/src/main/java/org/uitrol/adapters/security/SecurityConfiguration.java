package org.uitrol.adapters.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Refuses whatever {@link Routes} doesn't allow, and tells browsers to be strict with our pages.
 */
@Configuration(proxyBeanMethods = false)
public class SecurityConfiguration {

  /** Set on a request whose form was too old to be taken. */
  public static final String FORM_TOO_OLD = SecurityConfiguration.class.getName() + ".formTooOld";

  private static final String PAGES =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  private static final String API = "default-src 'none'; frame-ancestors 'none'";

  private static final int BCRYPT_STRENGTH = 12;

  @Bean
  @ConditionalOnMissingBean
  PasswordEncoder passwordEncoder() {
    return new DelegatingPasswordEncoder(
        "bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(BCRYPT_STRENGTH)));
  }

  /** PostgreSQL can't keep this character, and no person types it. */
  @Bean
  HttpFirewall httpFirewall() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setAllowedParameterValues(value -> value == null || value.indexOf('\0') < 0);
    return firewall;
  }

  @Bean
  @Order(1)
  SecurityFilterChain assets(HttpSecurity http) throws Exception {
    headers(http, PAGES);
    return http.securityMatcher(
            new OrRequestMatcher(
                matchers(HttpMethod.GET, "/css/**", "/js/**", "/webjars/**", "/icons/**")))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .csrf(csrf -> csrf.disable())
        .requestCache(cache -> cache.disable())
        .securityContext(context -> context.disable())
        .sessionManagement(sessions -> sessions.disable())
        .headers(headers -> headers.cacheControl(cache -> cache.disable()))
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain api(HttpSecurity http, ApiTokens tokens) throws Exception {
    headers(http, API);
    return http.securityMatcher("/api/**")
        .authorizeHttpRequests(
            requests -> {
              allow(requests, Routes.api(), SecurityConfiguration::byToken);
              requests.anyRequest().denyAll();
            })
        .addFilterBefore(new BearerTokens(tokens), AuthorizationFilter.class)
        .exceptionHandling(
            refused ->
                refused
                    .authenticationEntryPoint(
                        (request, response, why) -> {
                          response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                          problem(
                              response,
                              HttpStatus.UNAUTHORIZED,
                              "Send a token that is still good: Authorization: Bearer uitrol_…");
                        })
                    .accessDeniedHandler(
                        (request, response, why) ->
                            problem(
                                response,
                                HttpStatus.FORBIDDEN,
                                "The token's scopes or its account's roles don't allow this, or"
                                    + " there is nothing at this address")))
        .csrf(csrf -> csrf.disable())
        .requestCache(cache -> cache.disable())
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .build();
  }

  /** As {@link #api}, with refusals as RFC 7644, section 3.12, has them. */
  @Bean
  @Order(2)
  SecurityFilterChain scim(HttpSecurity http, ApiTokens tokens) throws Exception {
    headers(http, API);
    return http.securityMatcher("/scim/**")
        .authorizeHttpRequests(
            requests -> {
              allow(requests, Routes.scim(), SecurityConfiguration::bySyncToken);
              requests.anyRequest().denyAll();
            })
        .addFilterBefore(new BearerTokens(tokens), AuthorizationFilter.class)
        .exceptionHandling(
            refused ->
                refused
                    .authenticationEntryPoint(
                        (request, response, why) -> {
                          response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                          scimError(
                              response,
                              HttpStatus.UNAUTHORIZED,
                              "Send a token that is still good: Authorization: Bearer uitrol_…");
                        })
                    .accessDeniedHandler(
                        (request, response, why) ->
                            scimError(
                                response,
                                HttpStatus.FORBIDDEN,
                                "The token may not keep people up to date, or there is nothing"
                                    + " at this address")))
        .csrf(csrf -> csrf.disable())
        .requestCache(cache -> cache.disable())
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .build();
  }

  /** As {@link #api}, for learning platforms, which send a token as a password. */
  @Bean
  @Order(2)
  SecurityFilterChain xapi(HttpSecurity http, ApiTokens tokens) throws Exception {
    headers(http, API);
    return http.securityMatcher("/xapi/**")
        .authorizeHttpRequests(
            requests -> {
              allow(requests, Routes.xapi(), SecurityConfiguration::byLearningToken);
              requests.anyRequest().denyAll();
            })
        .addFilterBefore(BearerTokens.orPasswords(tokens), AuthorizationFilter.class)
        .exceptionHandling(
            refused ->
                refused
                    .authenticationEntryPoint(
                        (request, response, why) -> {
                          response.setHeader(
                              HttpHeaders.WWW_AUTHENTICATE,
                              "Basic realm=\"xAPI\", charset=\"UTF-8\"");
                          xapiError(
                              response,
                              HttpStatus.UNAUTHORIZED,
                              "Send a token that is still good, as a password or as Bearer");
                        })
                    .accessDeniedHandler(
                        (request, response, why) ->
                            xapiError(
                                response,
                                HttpStatus.FORBIDDEN,
                                "The token may not tell what people learn, or there is nothing at"
                                    + " this address")))
        .csrf(csrf -> csrf.disable())
        .requestCache(cache -> cache.disable())
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .build();
  }

  /**
   * Whoever has a personal link acts as that person, so there is nobody to sign in and no cookie. A
   * forged form can't know the link, so there is no other token against it either; RFC 8058,
   * section 3.2, asks for that.
   */
  @Bean
  @Order(3)
  SecurityFilterChain personal(HttpSecurity http) throws Exception {
    headers(http, PAGES);
    return http.securityMatcher("/p/**", "/s/**", "/c/**", "/u/**", "/q/**")
        .authorizeHttpRequests(
            requests -> {
              allow(requests, Routes.personal(), SecurityConfiguration::byRole);
              requests.anyRequest().denyAll();
            })
        .headers(
            headers ->
                headers
                    .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                    .addHeaderWriter(new StaticHeadersWriter("X-Robots-Tag", "noindex")))
        .exceptionHandling(
            refused ->
                refused.authenticationEntryPoint(
                    (request, response, why) ->
                        response.sendError(HttpServletResponse.SC_NOT_FOUND)))
        .csrf(csrf -> csrf.disable())
        .requestCache(cache -> cache.disable())
        .securityContext(context -> context.disable())
        .sessionManagement(sessions -> sessions.disable())
        .build();
  }

  @Bean
  @Order(4)
  SecurityFilterChain console(HttpSecurity http, PasswordSignIn signIn, Accounts accounts)
      throws Exception {
    headers(http, PAGES);
    HttpSessionRequestCache lastAsked = new HttpSessionRequestCache();
    lastAsked.setRequestMatcher(SecurityConfiguration::isPage);
    return http.authorizeHttpRequests(
            requests -> {
              requests
                  .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                  .permitAll();
              allow(requests, Routes.console(), SecurityConfiguration::byRole);
              requests.anyRequest().denyAll();
            })
        .authenticationProvider(signIn)
        .addFilterBefore(new FreshSignIn(accounts), AuthorizationFilter.class)
        .formLogin(form -> form.loginPage("/login").failureUrl("/login?failed"))
        .logout(logout -> logout.logoutSuccessUrl("/login?bye").deleteCookies("UITROL"))
        .requestCache(cache -> cache.requestCache(lastAsked))
        .exceptionHandling(
            refused ->
                refused
                    .authenticationEntryPoint(signInPage())
                    .accessDeniedHandler(SecurityConfiguration::refuse))
        .build();
  }

  private static void headers(HttpSecurity http, String policy) throws Exception {
    http.headers(
        headers ->
            headers
                .contentSecurityPolicy(csp -> csp.policyDirectives(policy))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                    permissions ->
                        permissions.policy("camera=(), microphone=(), geolocation=(), payment=()"))
                // Said by the policy's frame-ancestors, which one page loosens for itself.
                .frameOptions(FrameOptionsConfig::disable));
  }

  private static void allow(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests,
      List<Route> routes,
      Function<Route, AuthorizationManager<RequestAuthorizationContext>> how) {
    for (Route route : routes) {
      requests.requestMatchers(matchers(route.method(), route.pattern())).access(how.apply(route));
    }
  }

  /** Whoever may GET may also ask for the headers alone. */
  private static RequestMatcher[] matchers(@Nullable HttpMethod method, String... patterns) {
    PathPatternRequestMatcher.Builder builder = PathPatternRequestMatcher.withDefaults();
    return Stream.of(patterns)
        .flatMap(
            pattern ->
                method == null
                    ? Stream.of(builder.matcher(pattern))
                    : HttpMethod.GET.equals(method)
                        ? Stream.of(
                            builder.matcher(HttpMethod.GET, pattern),
                            builder.matcher(HttpMethod.HEAD, pattern))
                        : Stream.of(builder.matcher(method, pattern)))
        .toArray(RequestMatcher[]::new);
  }

  private static AuthorizationManager<RequestAuthorizationContext> byRole(Route route) {
    return (who, request) -> new AuthorizationDecision(isAllowed(route, who));
  }

  private static AuthorizationManager<RequestAuthorizationContext> byToken(Route route) {
    return (who, request) ->
        new AuthorizationDecision(
            isAllowed(route, who)
                && (route.access().everybody() || hasScope(who, request.getRequest())));
  }

  private static AuthorizationManager<RequestAuthorizationContext> bySyncToken(Route route) {
    return (who, request) ->
        new AuthorizationDecision(isAllowed(route, who) && hasScope(who, ApiTokens.Scope.SCIM));
  }

  private static AuthorizationManager<RequestAuthorizationContext> byLearningToken(Route route) {
    return (who, request) ->
        new AuthorizationDecision(
            route.access().everybody()
                || (isAllowed(route, who) && hasScope(who, ApiTokens.Scope.XAPI)));
  }

  private static boolean isAllowed(Route route, Supplier<? extends @Nullable Authentication> who) {
    if (route.access().everybody()) {
      return true;
    }
    Authentication authentication = who.get();
    return authentication != null
        && authentication.getPrincipal() instanceof ConsoleUser user
        && route.access().allows(user.roles());
  }

  private static boolean hasScope(
      Supplier<? extends @Nullable Authentication> who, HttpServletRequest request) {
    boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    return hasScope(who, reads ? ApiTokens.Scope.READ : ApiTokens.Scope.WRITE);
  }

  private static boolean hasScope(
      Supplier<? extends @Nullable Authentication> who, ApiTokens.Scope needed) {
    String scope = needed.authority();
    return Objects.requireNonNull(who.get()).getAuthorities().stream()
        .anyMatch(authority -> scope.equals(authority.getAuthority()));
  }

  /** A part of a page that is asked for by script can't show the page to sign in: all of it can. */
  private static AuthenticationEntryPoint signInPage() {
    LoginUrlAuthenticationEntryPoint page = new LoginUrlAuthenticationEntryPoint("/login");
    return (request, response, why) -> {
      if (request.getHeader("HX-Request") != null) {
        response.setHeader("HX-Redirect", "/login");
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      } else {
        page.commence(request, response, why);
      }
    };
  }

  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
      throws IOException {
    if (why instanceof CsrfException) {
      request.setAttribute(FORM_TOO_OLD, true);
    }
    response.sendError(HttpServletResponse.SC_FORBIDDEN);
  }

  /** As RFC 9457 has it. */
  private static void problem(HttpServletResponse response, HttpStatus status, String detail)
      throws IOException {
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response
        .getWriter()
        .write(
            "{\"type\":\"urn:uitrol:problem:%s\",\"title\":\"%s\",\"status\":%d,\"code\":\"%s\",\"detail\":\"%s\"}"
                .formatted(
                    status.name().toLowerCase(Locale.ROOT),
                    status.getReasonPhrase(),
                    status.value(),
                    status.name(),
                    detail));
  }

  private static void scimError(HttpServletResponse response, HttpStatus status, String detail)
      throws IOException {
    response.setStatus(status.value());
    response.setContentType("application/scim+json");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response
        .getWriter()
        .write(
            "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:Error\"],\"status\":\"%d\",\"detail\":\"%s\"}"
                .formatted(status.value(), detail));
  }

  private static void xapiError(HttpServletResponse response, HttpStatus status, String message)
      throws IOException {
    response.setStatus(status.value());
    response.setHeader("X-Experience-API-Version", "1.0.3");
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response
        .getWriter()
        .write(
            "{\"error\":true,\"status\":%d,\"message\":\"%s\"}".formatted(status.value(), message));
  }

  private static boolean isPage(HttpServletRequest request) {
    return request.getMethod().equals("GET")
        && request.getHeader("HX-Request") == null
        && !request.getRequestURI().equals("/favicon.ico");
  }
}
