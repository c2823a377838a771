package org.uitrol.application.shared;

/**
 * Whether nothing that is past due may happen until a person has looked through it (decision 0043).
 * Asked anew for each thing that is taken, in the transaction that takes it.
 */
@FunctionalInterface
public interface HoldSwitch {

  /** Never on. */
  HoldSwitch OFF = () -> false;

  /** Whether it is on now. */
  boolean isOn();
}
