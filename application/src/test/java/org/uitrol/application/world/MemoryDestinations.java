package org.uitrol.application.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.uitrol.application.communication.port.Destinations;
import org.uitrol.domain.communication.PauseRule;

/** Destinations in memory, without limits, for one sender. */
final class MemoryDestinations implements Destinations {

  private final Map<String, Integer> failures = new TreeMap<>();
  private final Map<String, Instant> closedUntil = new TreeMap<>();
  private final Supplier<Instant> now;

  MemoryDestinations(Supplier<Instant> now) {
    this.now = now;
  }

  boolean isClosed(String domain) {
    return closed(SERVER, now.get()) || closed(domain, now.get());
  }

  @Override
  public List<Boolean> admit(List<String> domains, Instant at) {
    List<Boolean> admitted = new ArrayList<>();
    for (String domain : domains) {
      boolean open = !closed(SERVER, at) && !closed(domain, at);
      admitted.add(open);
      for (String probed : open ? List.of(SERVER, domain) : List.<String>of()) {
        if (failures.getOrDefault(probed, 0) > 0) {
          closedUntil.put(probed, at.plusSeconds(60));
        }
      }
    }
    return admitted;
  }

  @Override
  public void heard(List<Sign> signs, Instant at) {
    for (Sign sign : signs) {
      if (sign.well()) {
        failures.remove(sign.destination());
        closedUntil.remove(sign.destination());
      } else {
        int count = failures.merge(sign.destination(), 1, Integer::sum);
        closedUntil.put(sign.destination(), at.plus(PauseRule.after(count)));
      }
    }
  }

  @Override
  public List<Held> held(Instant at) {
    return closedUntil.entrySet().stream()
        .filter(entry -> entry.getValue().isAfter(at))
        .map(
            entry ->
                new Held(
                    entry.getKey(), failures.getOrDefault(entry.getKey(), 0), entry.getValue(), 0))
        .toList();
  }

  private boolean closed(String destination, Instant at) {
    Instant until = closedUntil.get(destination);
    return until != null && until.isAfter(at);
  }
}
