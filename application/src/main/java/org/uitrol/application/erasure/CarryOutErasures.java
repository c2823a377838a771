package org.uitrol.application.erasure;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.uitrol.application.shared.DueWork;
import org.uitrol.application.shared.TimerKey;
import org.uitrol.application.shared.TimerKey.Kind;
import org.uitrol.domain.shared.PersonId;

/**
 * Does a step of an erasure for every timer that an approval or the step before has armed. A step
 * that fails comes again, and stands on the operations page until it is done.
 */
@Component
public class CarryOutErasures implements DueWork {

  private final Erasures erasures;

  public CarryOutErasures(Erasures erasures) {
    this.erasures = erasures;
  }

  @Override
  public Kind kind() {
    return Kind.ERASURE_STEP;
  }

  @Override
  public void wake(TimerKey key, Instant due, Instant now) {
    erasures.goOn(new PersonId(key.id()), now);
  }
}
