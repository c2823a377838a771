package org.uitrol.domain.session.timetable;

/** What a timetable may not break. */
public enum Rule {
  ROOM_TAKEN(Of.SESSION),
  ROOM_TWICE(Of.SESSION),
  ROOM_TOO_SMALL(Of.SESSION),
  ROOM_EQUIPMENT(Of.SESSION),
  OUTSIDE_HOURS(Of.SESSION),
  CLOSED_DAY(Of.SESSION),
  PRESENTER_MISSING(Of.SESSION),
  PRESENTER_TAKEN(Of.SESSION),
  PRESENTER_TWICE(Of.SESSION),
  PRESENTER_AWAY(Of.SESSION),
  PRESENTER_LANGUAGE(Of.SESSION),
  DEPARTMENT_TAKEN(Of.SESSION),
  DEPARTMENT_TWICE(Of.SESSION),
  PERSON_AWAY(Of.PERSON),
  PERSON_HOURS(Of.PERSON),
  PERSON_ELSEWHERE(Of.PERSON),
  PERSON_LANGUAGE(Of.PERSON);

  private enum Of {
    SESSION,
    PERSON
  }

  private final Of of;

  Rule(Of of) {
    this.of = of;
  }

  /** Whether it is about one person, for whom a manager may set it aside. */
  public boolean isOfPerson() {
    return of == Of.PERSON;
  }
}
