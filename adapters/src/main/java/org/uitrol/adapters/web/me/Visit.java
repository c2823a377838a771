package org.uitrol.adapters.web.me;

import org.uitrol.adapters.security.PersonalLink;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.application.shared.Actor;
import org.uitrol.domain.shared.PersonId;

/**
 * Somebody who came by a personal link.
 *
 * @param path of the link, on which everything that is asked hangs
 */
record Visit(String path, PersonalLink link, PersonalData data) {

  PersonId person() {
    return link.person();
  }

  Actor actor() {
    return Actor.person(link.person());
  }

  /** Nothing personal, since this text may end up in a log. */
  @Override
  public String toString() {
    return "visit of " + link.person();
  }
}
