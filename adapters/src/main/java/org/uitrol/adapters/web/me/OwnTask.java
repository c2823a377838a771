package org.uitrol.adapters.web.me;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.followup.view.FollowUpRow;
import org.uitrol.domain.shared.Text;

/**
 * Something that this person does for a department.
 *
 * @param department for which one
 * @param dueAt when it should be done, if that is known
 */
record OwnTask(FollowUpRow followUp, Text task, String department, @Nullable Instant dueAt) {}
