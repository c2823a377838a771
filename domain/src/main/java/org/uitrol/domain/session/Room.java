package org.uitrol.domain.session;

import org.jspecify.annotations.Nullable;

/**
 * A place for a meeting.
 *
 * @param id its key in the plan
 * @param name as people know it, for instance {@code B.12}
 * @param seats how many people it holds, 1 or more
 * @param link where one joins, of an online room only
 */
public record Room(String id, String name, int seats, @Nullable String link) {}
