package org.uitrol.application.concern.port;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.ConcernId;
import org.uitrol.domain.shared.PersonId;

/**
 * The words of concerns, which stand in no event (decision 0007). Whatever it stores is encrypted
 * at rest: what a person asked by name under that person's key, so that erasing the person makes it
 * unreadable; the rest under a key of the campaign. It keeps no moment and no order of what came
 * in.
 *
 * <p>Safe for many threads. Takes part in the caller's transaction. Nothing it knows belongs in a
 * log, an event or the text of an exception.
 */
public interface ConcernTexts {

  /**
   * Stores a text in place of what was there.
   *
   * @param asker whose key it is stored under; null for the campaign's
   */
  void put(
      ConcernId concern,
      Part part,
      int version,
      CampaignId campaign,
      @Nullable PersonId asker,
      String text);

  /** What can be read of a concern, by part and version. */
  List<Written> all(ConcernId concern);

  /** A text; empty when there is none or it can't be read any more. */
  Optional<String> find(ConcernId concern, Part part, int version);

  /** Whoever has this code may read the concern; only a hash of it is kept. */
  void open(String code, ConcernId concern);

  /** Which concern the code is for; empty when it is none. */
  Optional<ConcernId> byCode(String code);

  /** What a text is. */
  enum Part {
    /** In the asker's words; a further version was added when it was asked again. */
    QUESTION,
    /** The question as everybody may read it. */
    PUBLIC_QUESTION,
    ANSWER
  }

  /** One text. */
  record Written(Part part, int version, String text) {}
}
