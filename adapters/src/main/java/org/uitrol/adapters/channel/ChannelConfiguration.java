package org.uitrol.adapters.channel;

import java.net.URI;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.uitrol.application.channel.port.ChannelTransport;
import org.uitrol.application.channel.port.MessageWriter;
import org.uitrol.application.directory.port.DepartmentNames;

/** Wires channels to HTTP. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChannelSettings.class)
public class ChannelConfiguration {

  /** Receivers judge the age of a message by the real time, also while ours is simulated. */
  @Bean
  ChannelTransport channelTransport(ChannelSettings settings) {
    return new HttpChannelTransport(settings, Clock.systemUTC());
  }

  @Bean
  MessageWriter channelMessages(
      @Value("${uitrol.base-url:http://localhost:${server.port:8080}}") URI base,
      MessageSource texts,
      DepartmentNames departments) {
    return new ChannelMessages(base, texts, departments);
  }
}
