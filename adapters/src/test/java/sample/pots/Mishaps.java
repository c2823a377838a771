package sample.pots;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** What a test lets go wrong in the handlers. */
@Component
public class Mishaps {

  private final Map<String, Supplier<RuntimeException>> failures = new ConcurrentHashMap<>();
  private final Set<String> smashed = ConcurrentHashMap.newKeySet();

  public void fail(String handler, String pot, Supplier<RuntimeException> failure) {
    failures.put(handler + " " + pot, failure);
  }

  public void mend() {
    failures.clear();
    smashed.clear();
  }

  public void smash(String pot) {
    smashed.add(pot);
  }

  void check(String handler, PotEvent event) {
    Supplier<RuntimeException> failure = failures.get(handler + " " + event.pot().value());
    if (failure != null) {
      throw failure.get();
    }
  }

  boolean smashes(PotId pot) {
    return smashed.contains(pot.value());
  }
}
