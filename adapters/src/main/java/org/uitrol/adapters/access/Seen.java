package org.uitrol.adapters.access;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.uitrol.domain.shared.PersonId;

/** Whose data was taken out of the vault while a request is answered. */
final class Seen {

  private static final String SEEN = Seen.class.getName();

  private Seen() {}

  /** Notes people; outside of a request nobody sees them. */
  static void add(Collection<PersonId> people) {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null && !people.isEmpty()) {
      of(request).addAll(people);
    }
  }

  /** Everybody so far. */
  @SuppressWarnings("unchecked") // Nobody else uses that name.
  static Set<PersonId> of(RequestAttributes request) {
    Set<PersonId> seen =
        (Set<PersonId>) request.getAttribute(SEEN, RequestAttributes.SCOPE_REQUEST);
    if (seen == null) {
      seen = new LinkedHashSet<>();
      request.setAttribute(SEEN, seen, RequestAttributes.SCOPE_REQUEST);
    }
    return seen;
  }
}
