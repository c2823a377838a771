package org.uitrol.adapters.channel;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.uitrol.adapters.channel.PublicAddresses.PrivateAddress;
import org.uitrol.application.channel.port.ChannelAddresses.Address;
import org.uitrol.application.channel.port.ChannelTransport;
import org.uitrol.domain.channel.ChannelKind;

/**
 * Posts messages. No redirect is followed, and nothing of an answer is read but its status.
 * Messages to webhooks are signed as Standard Webhooks 1.0 says, at the moment of the try.
 */
final class HttpChannelTransport implements ChannelTransport, AutoCloseable {

  private static final int LONGEST_SECONDS = 20;
  private static final int GONE = 410;
  private static final ContentType CLOUD_EVENT =
      ContentType.create("application/cloudevents+json", StandardCharsets.UTF_8);

  private final CloseableHttpClient http;
  private final Clock clock;

  /**
   * @param clock the real time, by which receivers judge how old a message is
   */
  HttpChannelTransport(ChannelSettings settings, Clock clock) {
    this.clock = clock;
    this.http =
        HttpClients.custom()
            .setUserAgent("Uitrol")
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableContentCompression()
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setResponseTimeout(LONGEST_SECONDS, TimeUnit.SECONDS)
                    .build())
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(
                        settings.privateAddresses()
                            ? SystemDefaultDnsResolver.INSTANCE
                            : new PublicAddresses())
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(Timeout.ofSeconds(LONGEST_SECONDS / 2))
                            .setSocketTimeout(Timeout.ofSeconds(LONGEST_SECONDS))
                            .build())
                    .build())
            .build();
  }

  @Override
  public Answer post(ChannelKind kind, Address address, String message, byte[] body) {
    HttpPost post = new HttpPost(address.uri());
    if (kind == ChannelKind.WEBHOOK) {
      Instant now = clock.instant();
      post.setHeader("webhook-id", message);
      post.setHeader("webhook-timestamp", Long.toString(now.getEpochSecond()));
      post.setHeader("webhook-signature", signatures(address.secrets(), message, now, body));
    }
    post.setEntity(
        new ByteArrayEntity(
            body, kind == ChannelKind.WEBHOOK ? CLOUD_EVENT : ContentType.APPLICATION_JSON));
    try {
      return http.execute(post, response -> answer(response.getCode()));
    } catch (IOException | IllegalStateException e) {
      return new Answer(Outcome.NOT_TAKEN, reason(e));
    }
  }

  private static Answer answer(int status) {
    Outcome outcome =
        status / 100 == 2 ? Outcome.TAKEN : status == GONE ? Outcome.GONE : Outcome.NOT_TAKEN;
    return new Answer(outcome, Integer.toString(status));
  }

  /** The kind of failure alone: its message may hold the address. */
  private static String reason(Exception failure) {
    return failure instanceof PrivateAddress
        ? "private address"
        : failure instanceof SocketTimeoutException
            ? "timeout"
            : failure.getClass().getSimpleName();
  }

  private static String signatures(List<byte[]> secrets, String message, Instant now, byte[] body) {
    List<String> all = new ArrayList<>();
    for (byte[] secret : secrets) {
      try {
        all.add(
            new Webhook(secret)
                .sign(message, now.getEpochSecond(), new String(body, StandardCharsets.UTF_8)));
      } catch (EmptyWebhookSecretException | WebhookSigningException e) {
        throw new IllegalStateException("a message can't be signed", e);
      }
    }
    return String.join(" ", all);
  }

  @Override
  public void close() throws IOException {
    http.close();
  }
}
