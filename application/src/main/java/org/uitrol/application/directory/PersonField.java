package org.uitrol.application.directory;

/** What a people file, or a directory that keeps people up to date, can tell about a person. */
public enum PersonField {
  EMPLOYEE_NUMBER("employeeNumber"),
  EMAIL("email"),
  GIVEN_NAME("givenName"),
  FAMILY_NAME("familyName"),
  DISPLAY_NAME("displayName"),
  DEPARTMENT("department"),
  FUNCTION("function"),
  SENIORITY("seniority"),
  LOCATION("location"),
  COUNTRY("country"),
  LANGUAGE("language"),
  TIME_ZONE("timeZone"),
  /** A reference to another person: an employee number or an e-mail address. */
  MANAGER("manager"),
  /** What the directory calls the person; in no people file. */
  USER_NAME("userName"),
  /** How the directory tells the person from others; in no people file. */
  EXTERNAL_ID("externalId"),
  COST_CENTER("costCenter"),
  ORGANIZATION("organization"),
  DIVISION("division"),
  /** On what terms somebody works here, as HR writes it: permanent, hired, intern and so on. */
  EMPLOYMENT("employment"),
  /** The days of the week on which the person works, as {@code Weekdays} writes them. */
  WORKDAYS("workdays");

  private final String key;

  PersonField(String key) {
    this.key = key;
  }

  /** The name that events and the vault use; permanent. */
  public String key() {
    return key;
  }
}
