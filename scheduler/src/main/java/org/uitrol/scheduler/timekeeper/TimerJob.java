package org.uitrol.scheduler.timekeeper;

import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** What Quartz runs. It only nudges this node, so that Quartz's threads are never busy for long. */
final class TimerJob implements Job {

  private final Runnable nudge;

  TimerJob(Runnable nudge) {
    this.nudge = nudge;
  }

  @Override
  public void execute(JobExecutionContext context) {
    nudge.run();
  }
}
