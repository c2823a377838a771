package org.uitrol.application.rollout.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.rollout.StageName;

/**
 * A stage that a department entered.
 *
 * @param openedAt when its gate opened, once it did
 */
public record StageRow(StageName stage, Instant enteredAt, @Nullable Instant openedAt) {}
