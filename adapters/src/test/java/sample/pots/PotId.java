package sample.pots;

import org.uitrol.domain.shared.Id;

public record PotId(String value) implements Id {
  @Override
  public String toString() {
    return value;
  }
}
