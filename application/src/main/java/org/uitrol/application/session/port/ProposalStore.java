package org.uitrol.application.session.port;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.uitrol.application.session.Proposal;
import org.uitrol.application.session.port.SessionPlanner.Rated;
import org.uitrol.domain.shared.RolloutId;

/**
 * Keeps proposals while somebody works on them. They are no history: what is accepted is told by
 * events. Safe for many threads and nodes.
 */
public interface ProposalStore {

  /** Keeps a new one, in place of earlier ones of the same activity that nobody accepted. */
  void add(Proposal proposal);

  Optional<Proposal> find(String id);

  /** The latest of an activity. */
  Optional<Proposal> latest(RolloutId rollout, String activity);

  /**
   * Keeps a change that somebody made.
   *
   * @return whether it was kept: not when the proposal was changed since, by whomever
   */
  boolean change(Proposal before, Proposal after);

  /**
   * Keeps the best that a search has found so far, and tells that the search is alive.
   *
   * @return whether the search should go on
   */
  boolean found(String id, Rated best);

  /** Tells that a search is alive; whether it should go on. */
  boolean alive(String id);

  /** Ends a search from outside; the best that was kept stays. */
  void stop(String id);

  /** A search is over, unless it was discarded or taken over meanwhile. */
  void finish(String id, Rated best);

  /**
   * Takes over searches that nobody has told of for some time, as after a restart; each is taken
   * over once.
   */
  List<Proposal> takeOver(Duration silence);
}
