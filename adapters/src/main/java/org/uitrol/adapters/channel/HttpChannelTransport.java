package org.uitrol.adapters.channel;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.axonframework.common.AxonThreadFactory;
import org.jspecify.annotations.Nullable;
import org.uitrol.adapters.channel.ReachableAddresses.OutOfReach;
import org.uitrol.adapters.shared.SignedMessage;
import org.uitrol.application.channel.port.ChannelAddresses.Address;
import org.uitrol.application.channel.port.ChannelTransport;
import org.uitrol.domain.channel.ChannelKind;

/**
 * Posts messages. No redirect is followed, at most the beginning of an answer is read, and none of
 * it is kept but the status. Messages to webhooks are signed as Standard Webhooks 1.0 says, at the
 * moment of the try. Whatever a receiver does, an answer is over within half a minute.
 */
final class HttpChannelTransport implements ChannelTransport, AutoCloseable {

  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(20);
  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int BEGINNING = 1_000;
  private static final int GONE = 410;
  private static final Set<Integer> AWAY = Set.of(429, 502, 503, 504);

  /** What Teams writes into an answer that says 200 when it hasn't shown a card. */
  private static final String TEAMS_FAILED = "Microsoft Teams endpoint returned HTTP error";

  private static final ContentType CLOUD_EVENT =
      ContentType.create("application/cloudevents+json", StandardCharsets.UTF_8);

  private final CloseableHttpClient encrypted;
  private final CloseableHttpClient plain;
  private final Clock clock;
  private final Duration longest;
  private final ScheduledThreadPoolExecutor deadlines =
      new ScheduledThreadPoolExecutor(1, new AxonThreadFactory("channel-deadlines"));

  /**
   * @param clock the real time, by which receivers judge how old a message is
   */
  HttpChannelTransport(ChannelSettings settings, Clock clock) {
    this(settings, clock, LONGEST);
  }

  HttpChannelTransport(ChannelSettings settings, Clock clock, Duration longest) {
    this.clock = clock;
    this.longest = longest;
    Predicate<InetAddress> inNetworks = settings.inNetworks();
    this.encrypted = client(inNetworks.or(ReachableAddresses::isPublic));
    this.plain = client(inNetworks);
    deadlines.setRemoveOnCancelPolicy(true);
  }

  private static CloseableHttpClient client(Predicate<InetAddress> reachable) {
    return HttpClients.custom()
        .setUserAgent("Uitrol")
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableContentCompression()
        .setDefaultRequestConfig(
            RequestConfig.custom().setResponseTimeout(Timeout.of(LONGEST_SILENCE)).build())
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new ReachableAddresses(reachable))
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(LONGEST_CONNECT))
                        .setSocketTimeout(Timeout.of(LONGEST_SILENCE))
                        .build())
                .build())
        .build();
  }

  @Override
  public Answer post(ChannelKind kind, Address address, String message, byte[] body) {
    HttpPost post = new HttpPost(address.uri());
    if (kind == ChannelKind.WEBHOOK) {
      Instant now = clock.instant();
      post.setHeader(SignedMessage.ID, message);
      post.setHeader(SignedMessage.TIMESTAMP, Long.toString(now.getEpochSecond()));
      post.setHeader(
          SignedMessage.SIGNATURE, SignedMessage.sign(address.secrets(), message, now, body));
    }
    post.setEntity(
        new ByteArrayEntity(
            body, kind == ChannelKind.WEBHOOK ? CLOUD_EVENT : ContentType.APPLICATION_JSON));
    ScheduledFuture<?> deadline =
        deadlines.schedule(post::cancel, longest.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return hear(kind, post);
    } catch (IOException | HttpException | IllegalStateException e) {
      return new Answer(Outcome.AWAY, post.isCancelled() ? "timeout" : reason(e));
    } finally {
      deadline.cancel(false);
    }
  }

  private Answer hear(ChannelKind kind, HttpPost post) throws IOException, HttpException {
    HttpHost host = RoutingSupport.determineHost(post);
    boolean secure = "https".equalsIgnoreCase(post.getScheme());
    // Closing what isn't read to its end closes the connection too.
    try (ClassicHttpResponse response =
        (secure ? encrypted : plain).executeOpen(host, post, HttpClientContext.create())) {
      String beginning = beginning(response.getEntity());
      if (kind == ChannelKind.TEAMS && beginning.contains(TEAMS_FAILED)) {
        return new Answer(Outcome.AWAY, response.getCode() + ", not shown");
      }
      return answer(response);
    }
  }

  private static String beginning(@Nullable HttpEntity entity) throws IOException {
    if (entity == null) {
      return "";
    }
    InputStream content = entity.getContent();
    return content == null
        ? ""
        : new String(content.readNBytes(BEGINNING), StandardCharsets.ISO_8859_1);
  }

  private Answer answer(HttpResponse response) {
    int status = response.getCode();
    String text = Integer.toString(status);
    if (status / 100 == 2) {
      return new Answer(Outcome.TAKEN, text);
    } else if (status == GONE) {
      return new Answer(Outcome.GONE, text);
    }
    return AWAY.contains(status)
        ? new Answer(Outcome.AWAY, text, pause(response))
        : new Answer(Outcome.REFUSED, text);
  }

  /** Retry-After, in seconds or as a moment (RFC 9110, section 10.2.3). */
  private @Nullable Duration pause(HttpResponse response) {
    Header asked = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
    if (asked == null || asked.getValue() == null) {
      return null;
    }
    String value = asked.getValue().strip();
    if (value.matches("\\d{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(value));
    }
    Instant moment = DateUtils.parseStandardDate(value);
    Instant now = clock.instant();
    return moment == null || moment.isBefore(now) ? null : Duration.between(now, moment);
  }

  /** The kind of failure alone: its message may hold the address. */
  private static String reason(Exception failure) {
    return failure instanceof OutOfReach
        ? "private address"
        : failure instanceof SocketTimeoutException
            ? "timeout"
            : failure.getClass().getSimpleName();
  }

  @Override
  public void close() throws IOException {
    deadlines.shutdownNow();
    encrypted.close();
    plain.close();
  }
}
