package org.uitrol.domain.session.timetable;

import org.jspecify.annotations.Nullable;
import org.uitrol.domain.session.Place;
import org.uitrol.domain.shared.PersonId;

/**
 * When and where one session is, who leads it and in which language.
 *
 * @param lead null when nobody in particular does
 * @param language null when the meeting has only one
 */
public record Arrangement(Place place, @Nullable PersonId lead, @Nullable String language) {}
