package org.uitrol.adapters.security;

/** What an account is for. An account may have several. */
public enum Role {
  /** Writes, approves and leads campaigns. */
  CHANGE_MANAGER,
  /** Sees own sessions and records who was there. */
  PRESENTER,
  /** Sees what concerns oneself. */
  EMPLOYEE,
  /** Reads what is measured and how campaigns go, and gives its opinion on plans. */
  WORKS_COUNCIL,
  /** Runs the application: accounts, people files, whatever got stuck. */
  ADMIN;

  /** As Spring Security writes it. */
  public String authority() {
    return "ROLE_" + name();
  }
}
