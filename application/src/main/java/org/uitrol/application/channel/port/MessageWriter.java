package org.uitrol.application.channel.port;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.channel.Channel;
import org.uitrol.domain.proof.SignedCheckpoint;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.Text;

/** Writes what channels are told. */
@FunctionalInterface
public interface MessageWriter {

  /** The message in the form of that channel. */
  byte[] write(Channel channel, Notice notice);

  /**
   * What happened, for outsiders: nothing about a person.
   *
   * @param id of the event
   * @param event its name
   * @param subject what it happened to
   * @param campaign absent for a test, and so is its title
   * @param stage absent where it is about none
   * @param path of the page that shows more, from the root of the console
   * @param checkpoint that was made of the history, where one was
   */
  record Notice(
      String id,
      String event,
      String subject,
      @Nullable CampaignId campaign,
      @Nullable Text title,
      @Nullable DepartmentId department,
      @Nullable StageName stage,
      String path,
      Instant at,
      @Nullable SignedCheckpoint checkpoint) {}
}
