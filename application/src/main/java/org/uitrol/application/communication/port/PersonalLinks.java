package org.uitrol.application.communication.port;

import java.net.URI;
import java.time.Instant;
import org.uitrol.domain.shared.ConcernId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SurveyId;

/**
 * Links that are one person's alone: whoever has the link acts as that person, so it is only ever
 * written into mail to that person. A link is for one purpose, expires, and can't be guessed.
 */
public interface PersonalLinks {

  /** The person's own page: plan, sessions, training, preferences. */
  URI plan(PersonId person, Instant at);

  /** One survey, for one person. */
  URI survey(PersonId person, SurveyId survey, Instant closesAt);

  /** Where the person chooses a language and what to be sent. */
  URI preferences(PersonId person, Instant at);

  /** Where the person asks questions and reads the answers. */
  URI questions(PersonId person, Instant at);

  /** Opts the person out of optional mail, by POST. Doesn't expire (RFC 8058). */
  URI unsubscribe(PersonId person);

  /** The page of a department in the console; not personal, it asks for a log-in. */
  URI department(RolloutId rollout);

  /** The page of a concern in the console; not personal, it asks for a log-in. */
  URI concern(ConcernId concern);
}
