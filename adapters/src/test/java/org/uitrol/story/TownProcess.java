package org.uitrol.story;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.uitrol.adapters.demo.DemoTour;
import org.uitrol.domain.campaign.CampaignStatus;

/** A town in a process of its own, that plays its campaign to the end unless it is killed. */
final class TownProcess {

  /** Printed after each jump. */
  static final String STEP = "STEP ";

  /** Printed when the campaign is over. */
  static final String END = "END";

  private TownProcess() {}

  public static void main(String[] arguments) {
    try (Town town = Town.start(Path.of(arguments[0]))) {
      DemoTour tour = town.bean(DemoTour.class);
      tour.settle();
      if (town.campaign().status() == CampaignStatus.IN_REVIEW
          || town.campaign().status() == CampaignStatus.APPROVED) {
        town.launch();
      }
      Optional<Instant> moment = tour.next(true);
      while (moment.isPresent() && town.campaign().status() != CampaignStatus.COMPLETED) {
        System.out.println(STEP + moment.get());
        moment = tour.next(true);
      }
      System.out.println(END + " " + town.campaign().status());
    }
  }
}
