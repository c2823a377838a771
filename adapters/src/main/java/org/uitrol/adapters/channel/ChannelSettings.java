package org.uitrol.adapters.channel;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How channels may be reached.
 *
 * @param privateAddresses whether a channel may be inside the organisation's own network, and
 *     without encryption
 */
@ConfigurationProperties("uitrol.channels")
public record ChannelSettings(@DefaultValue("false") boolean privateAddresses) {}
