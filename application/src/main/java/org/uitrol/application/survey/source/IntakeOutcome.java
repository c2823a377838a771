package org.uitrol.application.survey.source;

import java.util.List;
import java.util.Map;

/**
 * What came, or would come, of an export. It tells no answer and nobody's name.
 *
 * @param named of how many people there are new answers
 * @param unnamed how many are new whose giver isn't known
 * @param known how many were taken over before
 * @param unfinished how many aren't complete
 * @param refused those that can't be taken over
 */
public record IntakeOutcome(
    int named, int unnamed, int known, int unfinished, List<Refused> refused) {

  static final IntakeOutcome NOTHING = new IntakeOutcome(0, 0, 0, 0, List.of());

  public IntakeOutcome {
    refused = List.copyOf(refused);
  }

  /** How many are new. */
  public int added() {
    return named + unnamed;
  }

  /**
   * A response that can't be taken over.
   *
   * @param code stable, upper-case words joined by underscores
   */
  public record Refused(long line, String code, Map<String, Object> facts) {

    public Refused {
      facts = Map.copyOf(facts);
    }
  }
}
