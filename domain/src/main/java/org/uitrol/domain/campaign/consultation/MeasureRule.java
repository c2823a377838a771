package org.uitrol.domain.campaign.consultation;

import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.Text;

/**
 * What a plan says about one kind of measure.
 *
 * @param why what it is for, in the words of the plan; null for the words that Uitrol has for it
 * @param keep how many months it is kept, 1 or more
 */
public record MeasureRule(@Nullable Text why, LegalBasis basis, int keep) {

  /** What holds when the plan says nothing. */
  public static final MeasureRule USUAL = new MeasureRule(null, LegalBasis.LEGITIMATE_INTEREST, 24);

  private static final MeasureRule USUAL_OF_INBOUND =
      new MeasureRule(null, LegalBasis.LEGITIMATE_INTEREST, 3);

  /** What holds for a kind of measure when the plan says nothing of it. */
  public static MeasureRule usual(MeasureKind kind) {
    return kind == MeasureKind.INBOUND ? USUAL_OF_INBOUND : USUAL;
  }
}
