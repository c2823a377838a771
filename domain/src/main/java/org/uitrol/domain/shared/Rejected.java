package org.uitrol.domain.shared;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A command that breaks a rule. Nothing was stored. The code is stable and is what pages translate;
 * the facts are what the rule saw.
 */
public final class Rejected extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final transient Map<String, Object> facts;

  public Rejected(String code, Map<String, Object> facts) {
    super(code + " " + facts, null, false, false);
    this.code = code;
    this.facts = new LinkedHashMap<>(facts);
  }

  public Rejected(String code) {
    this(code, Map.of());
  }

  /** Upper-case words joined by underscores, for instance {@code GATE_BLOCKED}. */
  public String code() {
    return code;
  }

  /** What the rule saw, in a stable order. */
  public Map<String, Object> facts() {
    return new LinkedHashMap<>(facts);
  }
}
