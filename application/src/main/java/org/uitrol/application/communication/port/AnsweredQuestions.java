package org.uitrol.application.communication.port;

import java.util.List;
import java.util.Optional;
import org.uitrol.domain.shared.CampaignId;

/** The questions about a campaign that were answered for everybody, for mails that tell of them. */
public interface AnsweredQuestions {

  /** The newest of them; empty when there is none. */
  Optional<Answered> of(CampaignId campaign);

  /**
   * Some questions.
   *
   * @param version grows with every answer that is given
   * @param newest as everybody may read them, the newest first
   * @param more how many there are besides
   */
  record Answered(int version, List<String> newest, int more) {

    public Answered {
      newest = List.copyOf(newest);
    }
  }
}
