package org.uitrol.application.communication.view;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.uitrol.application.shared.ViewStore;
import org.uitrol.domain.communication.Dispatch;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;

/**
 * Keeps what became of mails, and who wants no optional mail: in tables for the present, in memory
 * for another date or a simulation (decision 0014). Writing the same twice changes nothing. Takes
 * part in the caller's transaction.
 *
 * <p>Lists come in pages: {@code offset} is how many to pass over, {@code limit} how many to return
 * at most.
 */
public interface MailStore extends ViewStore {

  /** Stores a mail in place of what was there. */
  void put(MailRow mail);

  /** Stores whether a person may be sent optional mail. */
  void consent(PersonId person, boolean optional);

  /** Stores that no mail goes to a person's address, in place of what was there. */
  void suppress(SuppressedRow row);

  /** Stores that mail may go to a person's address again. */
  void release(PersonId person);

  Optional<MailRow> find(DispatchId dispatch);

  /** Mails to a person, the latest request first. */
  List<MailRow> ofPerson(PersonId person, int offset, int limit);

  /** Mails on behalf of a rollout, the latest request first. */
  List<MailRow> ofRollout(RolloutId rollout, int offset, int limit);

  /** Mails in one state, the one that has been in it longest first. */
  List<MailRow> byState(Dispatch.State state, int offset, int limit);

  /** Whose address gets no mail, the latest first. */
  List<SuppressedRow> suppressed(int offset, int limit);

  /** Why a person's address gets no mail; empty when it does. */
  Optional<SuppressedRow> suppressed(PersonId person);

  /** How many mails there are in each state; a state without any is left out. */
  Map<Dispatch.State, Long> counts();

  /** Whether a person may be sent optional mail; people may until they opt out. */
  boolean consents(PersonId person);
}
