package org.uitrol.adapters.api;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.api.IdempotencyKeys.Claim;
import org.uitrol.application.erasure.Traces;
import org.uitrol.application.erasure.port.PersonalDataHolder;
import org.uitrol.application.retention.port.RetainedData;
import org.uitrol.domain.erasure.DataKind;
import org.uitrol.domain.erasure.ErasureStep;
import org.uitrol.domain.retention.RetainedKind;

/**
 * Answers that are kept for programs that ask again: for a day, and not those that name somebody.
 */
@Component
final class AnswersOfAPerson implements PersonalDataHolder, RetainedData {

  private final IdempotencyKeys keys;

  AnswersOfAPerson(IdempotencyKeys keys) {
    this.keys = keys;
  }

  @Override
  public ErasureStep step() {
    return ErasureStep.COPIES;
  }

  @Override
  public Map<DataKind, Integer> held(Traces traces) {
    return Map.of(DataKind.REPEATED_ANSWERS, naming(traces).size());
  }

  @Override
  public Map<DataKind, Integer> destroy(Traces traces, Instant at) {
    List<Claim> naming = naming(traces);
    naming.forEach(keys::forget);
    return Map.of(DataKind.REPEATED_ANSWERS, naming.size());
  }

  @Override
  public RetainedKind kind() {
    return RetainedKind.REPEATED_ANSWERS;
  }

  @Override
  public Period keep() {
    return Period.ofDays(1);
  }

  @Override
  public Removal remove(Instant before, Instant at) {
    return Removal.of(keys.forgetBefore(before));
  }

  private List<Claim> naming(Traces traces) {
    return traces.isEmpty() ? List.of() : keys.answered(traces::areIn);
  }
}
