package org.uitrol.application.concern.port;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.rollout.ConcernCount;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.ConcernId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;

/**
 * Which concerns wait for an answer. The processor that runs the processes fills it, so that it
 * never lags behind them. Takes part in the caller's transaction.
 */
public interface ConcernIndex {

  /** Stores a concern in place of what was there. */
  void put(Entry entry);

  Optional<Entry> find(ConcernId concern);

  /** The open ones of a campaign, by id. */
  List<Entry> open(CampaignId campaign);

  /** How many are open about a department or its whole campaign. */
  default ConcernCount count(CampaignId campaign, DepartmentId department) {
    List<Entry> about =
        open(campaign).stream().filter(entry -> entry.concerns(department)).toList();
    return new ConcernCount(about.size(), (int) about.stream().filter(Entry::marked).count());
  }

  /**
   * One concern.
   *
   * @param department null for the whole campaign
   * @param asker who is told of the answer, if anybody
   * @param open whether it waits for an answer
   * @param marked whether gates wait for that answer
   * @param told whether its owner got a mail about it
   */
  record Entry(
      ConcernId concern,
      CampaignId campaign,
      @Nullable DepartmentId department,
      @Nullable PersonId asker,
      PersonId owner,
      boolean open,
      boolean marked,
      boolean told) {

    public boolean concerns(DepartmentId other) {
      return department == null || department.equals(other);
    }

    public Entry open(boolean now) {
      return new Entry(concern, campaign, department, asker, owner, now, marked, told);
    }

    public Entry marked(boolean now) {
      return new Entry(concern, campaign, department, asker, owner, open, now, told);
    }

    public Entry ownedBy(PersonId now) {
      return new Entry(concern, campaign, department, asker, now, open, marked, false);
    }

    public Entry told(boolean now) {
      return new Entry(concern, campaign, department, asker, owner, open, marked, now);
    }
  }
}
