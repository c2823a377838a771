package org.uitrol.adapters.files;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.uitrol.domain.survey.source.ColumnRole;
import org.uitrol.domain.survey.source.SourceKind;
import org.uitrol.domain.survey.source.Wording;

/**
 * What the columns of an export of a survey are for, by the names that Microsoft Forms, LimeSurvey
 * and Formbricks give them in Dutch, English, German and French.
 */
final class SurveyColumns {

  private static final Set<String> RESPONSE =
      Set.of(
          "id",
          "response id",
          "response_id",
          "responseid",
          "responsenr",
          "antwoord id",
          "antwoord-id",
          "reactie id",
          "reactie-id",
          "id van antwoord",
          "antwort id",
          "antwort-id",
          "antwort id.",
          "id de la réponse",
          "id réponse",
          "n° de réponse");

  private static final Set<String> FINISHED =
      Set.of(
          "completion time",
          "time of completion",
          "voltooiingstijd",
          "tijd van voltooien",
          "tijd van voltooiing",
          "tijdstip van voltooiing",
          "fertigstellungszeit",
          "abschlusszeit",
          "zeitpunkt der fertigstellung",
          "heure de fin",
          "heure d'achèvement",
          "heure d’achèvement",
          "submitdate",
          "date submitted",
          "submit date",
          "datum ingestuurd",
          "datum ingezonden",
          "datum verzonden",
          "verzenddatum",
          "datum abgeschickt",
          "datum der abgabe",
          "date de soumission",
          "finished",
          "completed",
          "voltooid",
          "afgerond",
          "abgeschlossen",
          "terminé");

  /** The first that is there counts. */
  private static final List<String> PERSON =
      List.of(
          "email",
          "e-mail",
          "email address",
          "e-mail address",
          "emailadres",
          "e-mailadres",
          "e-mail adres",
          "adresse de messagerie",
          "adresse e-mail",
          "adresse électronique",
          "e-mail-adresse",
          "mailadresse",
          "courriel",
          "employee number",
          "personeelsnummer",
          "personalnummer",
          "matricule",
          "user id",
          "userid",
          "gebruikers-id",
          "benutzer-id",
          "token",
          "access code",
          "toegangscode",
          "zugangscode",
          "zugangsschlüssel",
          "code d'invitation",
          "code d’invitation",
          "jeton");

  private static final Set<String> DEPARTMENT =
      Set.of("department", "afdeling", "abteilung", "département", "service");

  private static final List<String> ASKS_DEPARTMENT =
      List.of(
          "welke afdeling",
          "which department",
          "welcher abteilung",
          "quel service",
          "quel département");

  private static final Set<String> ASIDE =
      Set.of(
          "start time",
          "begintijd",
          "starttijd",
          "startzeit",
          "heure de début",
          "name",
          "naam",
          "nom",
          "total points",
          "totaal aantal punten",
          "gesamtpunktzahl",
          "points au total",
          "quiz feedback",
          "feedback voor quiz",
          "feedback",
          "last modified time",
          "tijd van laatste wijziging",
          "tijdstip van laatste wijziging",
          "uhrzeit der letzten änderung",
          "zeitpunkt der letzten änderung",
          "heure de la dernière modification",
          "language",
          "taal",
          "sprache",
          "langue",
          "lastpage",
          "last page",
          "laatste pagina",
          "letzte seite",
          "dernière page",
          "startlanguage",
          "start language",
          "starttaal",
          "start-taal",
          "startsprache",
          "langue de départ",
          "langue de depart",
          "seed",
          "zaad",
          "startdate",
          "date started",
          "startdatum",
          "datum gestart",
          "begindatum",
          "date de lancement",
          "datestamp",
          "date last action",
          "datum laatste actie",
          "datum letzte aktivität",
          "date de la dernière action",
          "ipaddr",
          "ip address",
          "ip-adres",
          "ip-adresse",
          "adresse ip",
          "refurl",
          "referrer url",
          "interviewtime",
          "total time",
          "totale tijd",
          "gesamtzeit",
          "temps total",
          "firstname",
          "lastname",
          "first name",
          "last name",
          "no",
          "timestamp",
          "survey id",
          "formbricks id (internal",
          "formbricks id (internal)",
          "notes",
          "tags",
          "device",
          "browser",
          "url",
          "source",
          "country",
          "action",
          "os");

  private static final List<String> ASIDE_BEFORE =
      List.of(
          "points - ",
          "points – ",
          "punten - ",
          "punten – ",
          "punkte - ",
          "punkte – ",
          "feedback - ",
          "feedback – ",
          "group time",
          "groepstijd",
          "question time",
          "vraagtijd",
          "attribute_",
          "attribute ");

  /** The code of a question with its text behind it, as LimeSurvey writes both. */
  private static final Pattern CODE_AND_TEXT =
      Pattern.compile("([A-Za-z]\\w*(?:\\[\\w*])*)\\s*[.:]\\s+(\\S.*)", Pattern.DOTALL);

  private static final Pattern NUMBER_AND_TEXT =
      Pattern.compile("\\d{1,3}\\.\\s+(\\S.*)", Pattern.DOTALL);

  private SurveyColumns() {}

  /** By what the column is known, and what is asked in it. */
  record Named(String name, String title) {}

  static Named named(SourceKind kind, String header) {
    if (kind == SourceKind.LIMESURVEY) {
      Matcher both = CODE_AND_TEXT.matcher(header);
      if (both.matches()) {
        return new Named(both.group(1), both.group(2).strip());
      }
    } else if (kind == SourceKind.FORMBRICKS) {
      Matcher both = NUMBER_AND_TEXT.matcher(header);
      if (both.matches()) {
        return new Named(both.group(1).strip(), both.group(1).strip());
      }
    }
    return new Named(header, header);
  }

  static ColumnRole role(String name) {
    String key = Wording.key(name);
    if (RESPONSE.contains(key)) {
      return ColumnRole.RESPONSE;
    } else if (FINISHED.contains(key)) {
      return ColumnRole.FINISHED;
    } else if (PERSON.contains(key)) {
      return ColumnRole.PERSON;
    } else if (DEPARTMENT.contains(key) || ASKS_DEPARTMENT.stream().anyMatch(key::contains)) {
      return ColumnRole.DEPARTMENT;
    }
    boolean aside = ASIDE.contains(key) || ASIDE_BEFORE.stream().anyMatch(key::startsWith);
    return aside ? ColumnRole.ASIDE : ColumnRole.ANSWER;
  }

  /** How good a column is at telling who somebody is: the less the better. */
  static int rank(String name) {
    int rank = PERSON.indexOf(Wording.key(name));
    return rank < 0 ? PERSON.size() : rank;
  }
}
