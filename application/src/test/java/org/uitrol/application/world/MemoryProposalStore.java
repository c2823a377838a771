package org.uitrol.application.world;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.uitrol.application.session.Proposal;
import org.uitrol.application.session.port.ProposalStore;
import org.uitrol.application.session.port.SessionPlanner.Rated;
import org.uitrol.domain.shared.RolloutId;

/** Proposals of sessions, in memory. */
final class MemoryProposalStore implements ProposalStore {

  private final Map<String, Proposal> proposals = new LinkedHashMap<>();

  @Override
  public void add(Proposal proposal) {
    proposals.put(proposal.id(), proposal);
  }

  @Override
  public Optional<Proposal> find(String id) {
    return Optional.ofNullable(proposals.get(id));
  }

  @Override
  public Optional<Proposal> latest(RolloutId rollout, String activity) {
    return proposals.values().stream()
        .filter(one -> one.rollout().equals(rollout) && one.activity().equals(activity))
        .reduce((first, second) -> second);
  }

  @Override
  public boolean change(Proposal before, Proposal after) {
    return proposals.replace(before.id(), before, after);
  }

  @Override
  public boolean found(String id, Rated best) {
    return keep(id, best, Proposal.State.SEARCHING);
  }

  @Override
  public boolean alive(String id) {
    return find(id).filter(one -> one.state() == Proposal.State.SEARCHING).isPresent();
  }

  @Override
  public void stop(String id) {
    find(id).ifPresent(one -> finish(id, new Rated(one.best(), one.rating())));
  }

  @Override
  public void finish(String id, Rated best) {
    boolean unused = keep(id, best, Proposal.State.READY);
  }

  private boolean keep(String id, Rated best, Proposal.State next) {
    if (!alive(id)) {
      return false;
    }
    Proposal before = find(id).orElseThrow();
    proposals.put(
        id,
        new Proposal(
            id,
            before.rollout(),
            before.activity(),
            next,
            best.timetable(),
            best.rating(),
            before.improvements() + 1,
            before.version() + 1));
    return true;
  }

  @Override
  public List<Proposal> takeOver(Duration silence) {
    return List.of();
  }
}
