package org.uitrol.domain.rollout.gate;

import java.time.Instant;
import org.uitrol.domain.shared.AccountId;

/**
 * Somebody answers for opening a gate although one of its conditions doesn't hold.
 *
 * @param condition the expression, as the plan has it
 * @param reason in the words of whoever decided
 */
public record Waiver(String condition, AccountId by, String reason, Instant at) {}
