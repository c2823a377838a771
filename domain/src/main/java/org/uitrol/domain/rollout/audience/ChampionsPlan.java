package org.uitrol.domain.rollout.audience;

import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.Text;

/**
 * How a campaign asks who would help colleagues along. Nobody is made a champion by another.
 *
 * @param title what a champion is called
 * @param about what is asked of one; null when the title says it all
 */
public record ChampionsPlan(Text title, @Nullable Text about) {}
