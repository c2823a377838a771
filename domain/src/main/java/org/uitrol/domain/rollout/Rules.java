package org.uitrol.domain.rollout;

import org.uitrol.domain.rollout.gate.Conditions;
import org.uitrol.domain.shared.Holidays;

/** What a rollout needs from outside to decide: how conditions are read and which days are free. */
public record Rules(Conditions conditions, Holidays holidays) {}
