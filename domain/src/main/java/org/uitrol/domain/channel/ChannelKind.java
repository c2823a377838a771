package org.uitrol.domain.channel;

/** In what form a channel is told. */
public enum ChannelKind {
  /** CloudEvents 1.0 in JSON, signed as Standard Webhooks says. */
  WEBHOOK,
  /** A card for an incoming webhook of Microsoft Teams. */
  TEAMS
}
