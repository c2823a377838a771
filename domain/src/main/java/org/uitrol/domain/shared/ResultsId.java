package org.uitrol.domain.shared;

/** All that is ever told of the surveys that one activity of a campaign opens. */
public record ResultsId(String value) implements Id {

  public ResultsId {
    Ids.requireText(value);
  }

  /** The results of an activity in all departments. */
  public static ResultsId of(CampaignId campaign, String activity) {
    return new ResultsId(Ids.derived("results", campaign, activity));
  }

  @Override
  public String toString() {
    return value;
  }
}
