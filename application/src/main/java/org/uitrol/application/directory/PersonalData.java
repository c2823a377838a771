package org.uitrol.application.directory;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Weekdays;

/**
 * Who a person is. Lives in the vault only, never in an event or a log (decision 0007); therefore
 * its text form shows nothing. A text is empty when unknown.
 *
 * @param employeeNumber as HR writes it
 * @param email in the spelling of {@link EmailAddress}, or empty: such a person gets no mail
 * @param familyName with its prefix, for instance {@code van der Berg}
 * @param displayName as HR writes it; {@link #name()} always has something to show
 * @param department the department's name
 * @param country ISO 3166-1 alpha-2, upper-case
 * @param language BCP 47, for instance {@code nl}
 * @param timeZone an IANA zone id, for instance {@code Europe/Amsterdam}
 * @param manager who leads this person, when known
 * @param userName what the organisation's own directory calls the person
 * @param externalId how that directory tells the person from others
 * @param employment on what terms the person works here, for instance {@code permanent}
 * @param workdays the days of the week on which the person works, as {@link Weekdays} writes them;
 *     empty for those of the campaign's calendar
 */
public record PersonalData(
    String employeeNumber,
    String email,
    String givenName,
    String familyName,
    String displayName,
    String department,
    String function,
    String seniority,
    String location,
    String country,
    String language,
    String timeZone,
    @Nullable PersonId manager,
    String userName,
    String externalId,
    String costCenter,
    String organization,
    String division,
    String employment,
    String workdays) {

  /** Nothing known yet. */
  public static final PersonalData UNKNOWN =
      new PersonalData(
          "", "", "", "", "", "", "", "", "", "", "", "", null, "", "", "", "", "", "", "");

  /** How to show or greet the person: display name, else the names, else the address or number. */
  public String name() {
    if (!displayName.isEmpty()) {
      return displayName;
    }
    String names = (givenName + " " + familyName).strip();
    if (!names.isEmpty()) {
      return names;
    }
    return email.isEmpty() ? employeeNumber : email;
  }

  /** Whether mail can be sent to this person. */
  public boolean hasEmail() {
    return !email.isEmpty();
  }

  /** The value of a field; the manager by raw person id. */
  public String value(PersonField field) {
    return switch (field) {
      case EMPLOYEE_NUMBER -> employeeNumber;
      case EMAIL -> email;
      case GIVEN_NAME -> givenName;
      case FAMILY_NAME -> familyName;
      case DISPLAY_NAME -> displayName;
      case DEPARTMENT -> department;
      case FUNCTION -> function;
      case SENIORITY -> seniority;
      case LOCATION -> location;
      case COUNTRY -> country;
      case LANGUAGE -> language;
      case TIME_ZONE -> timeZone;
      case MANAGER -> manager == null ? "" : manager.value();
      case USER_NAME -> userName;
      case EXTERNAL_ID -> externalId;
      case COST_CENTER -> costCenter;
      case ORGANIZATION -> organization;
      case DIVISION -> division;
      case EMPLOYMENT -> employment;
      case WORKDAYS -> workdays;
    };
  }

  /**
   * The same person with some fields told anew; what isn't told stays as it is.
   *
   * @param told by field, empty to clear it; the manager by raw person id
   */
  public PersonalData with(Map<PersonField, String> told) {
    String leader = pick(told, PersonField.MANAGER);
    return new PersonalData(
        pick(told, PersonField.EMPLOYEE_NUMBER),
        pick(told, PersonField.EMAIL),
        pick(told, PersonField.GIVEN_NAME),
        pick(told, PersonField.FAMILY_NAME),
        pick(told, PersonField.DISPLAY_NAME),
        pick(told, PersonField.DEPARTMENT),
        pick(told, PersonField.FUNCTION),
        pick(told, PersonField.SENIORITY),
        pick(told, PersonField.LOCATION),
        pick(told, PersonField.COUNTRY),
        pick(told, PersonField.LANGUAGE),
        pick(told, PersonField.TIME_ZONE),
        leader.isEmpty() ? null : new PersonId(leader),
        pick(told, PersonField.USER_NAME),
        pick(told, PersonField.EXTERNAL_ID),
        pick(told, PersonField.COST_CENTER),
        pick(told, PersonField.ORGANIZATION),
        pick(told, PersonField.DIVISION),
        pick(told, PersonField.EMPLOYMENT),
        pick(told, PersonField.WORKDAYS));
  }

  /** The keys of the fields that differ, in alphabetical order. */
  public Set<String> changedFields(PersonalData other) {
    return Stream.of(PersonField.values())
        .filter(field -> !value(field).equals(other.value(field)))
        .map(PersonField::key)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public String toString() {
    return "PersonalData[hidden]";
  }

  private String pick(Map<PersonField, String> told, PersonField field) {
    String value = told.get(field);
    return value == null ? value(field) : value;
  }
}
