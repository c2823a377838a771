package org.uitrol.domain.session.timetable;

import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.SessionId;

/**
 * A rule that a timetable breaks.
 *
 * @param person whom it is about; null when it is about the session
 */
public record Objection(Rule rule, SessionId session, @Nullable PersonId person) {}
