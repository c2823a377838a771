package org.uitrol.adapters.files.campaign;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.communication.MailText;
import org.uitrol.domain.session.LeadPlan;
import org.uitrol.domain.session.MeetingNeeds;
import org.uitrol.domain.session.MeetingPlan;
import org.uitrol.domain.session.Room;
import org.uitrol.domain.session.RoomFeatures;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Text;
import org.uitrol.domain.training.ActivityIds;
import org.uitrol.domain.training.CoursePlan;

/** Reads what activities and actions refer to: mails, meetings, courses and rooms. */
final class ContentReader {

  static final int NOTICE = 3;
  private static final int MOST_ROOMS = 500;
  private static final int MOST_SEATS = 10_000;
  private static final int MOST_EQUIPMENT = 50;
  private static final int MOST_PRESENTERS = 50;
  private static final int MOST_LANGUAGES = 10;
  private static final int MOST_ACTIVITY_IDS = 20;
  private static final int SHORTEST_MINUTES = 5;
  private static final int LONGEST_MINUTES = 480;

  private final Values values;
  private final Problems problems;
  private final MailTextCheck mailCheck;
  private final Used used;

  ContentReader(Values values, Problems problems, MailTextCheck mailCheck, Used used) {
    this.values = values;
    this.problems = problems;
    this.mailCheck = mailCheck;
    this.used = used;
  }

  Map<String, MailText> mails(@Nullable Entry entry) {
    Map<String, MailText> mails = new LinkedHashMap<>();
    values
        .named(entry)
        .forEach(
            (key, item) -> {
              used.wrote("mail", key, item);
              mails.put(key, mail(item));
            });
    return mails;
  }

  private MailText mail(Entry entry) {
    Fields fields = Fields.of(entry, Shape.MAIL, problems);
    Text subject = values.text(fields.need("subject"), false, Values.LINE);
    Text body = values.text(fields.need("body"), true, Values.MAIL);
    checkMustache(fields.get("subject"), subject);
    checkMustache(fields.get("body"), body);
    return new MailText(subject, body, values.truth(fields.get("optional")));
  }

  private void checkMustache(@Nullable Entry entry, Text text) {
    values
        .texts(entry)
        .forEach(
            (language, part) -> {
              String found = text.in().get(language);
              if (found != null) {
                mailCheck.problems(found).forEach(problem -> problems.error(part, problem));
              }
            });
  }

  private @Nullable Text optionalText(@Nullable Entry entry) {
    return entry == null ? null : values.text(entry, true, Values.PARAGRAPHS);
  }

  Map<String, Room> rooms(@Nullable Entry entry) {
    Map<String, Room> rooms = new LinkedHashMap<>();
    Set<String> ids = new HashSet<>();
    for (Entry item : values.items(entry, MOST_ROOMS)) {
      Fields fields = Fields.of(item, Shape.ROOM, problems);
      String id = values.newSlug(fields.need("id"), ids, "another room has this id");
      Entry link = fields.get("link");
      Room room =
          new Room(
              id,
              values.line(fields.need("name")),
              values.number(fields.need("seats"), 1, MOST_SEATS),
              link == null ? null : values.link(link),
              features(fields));
      used.wrote("room", id, item);
      rooms.putIfAbsent(id, room);
    }
    return rooms;
  }

  private @Nullable RoomFeatures features(Fields fields) {
    Entry location = fields.get("location");
    Entry hours = fields.get("hours");
    RoomFeatures features =
        new RoomFeatures(
            location == null ? null : values.line(location),
            distinct(fields.get("equipment"), MOST_EQUIPMENT, values::slug),
            hours == null ? null : CalendarReader.slot(values, problems, hours));
    return features.isEmpty() ? null : features;
  }

  /** Each item of a list once. */
  private List<String> distinct(@Nullable Entry entry, int most, Function<Entry, String> reading) {
    Set<String> found = new LinkedHashSet<>();
    for (Entry item : values.items(entry, most)) {
      String value = reading.apply(item);
      if (!found.add(value)) {
        problems.error(item, "'" + value + "' stands here twice");
      }
    }
    return List.copyOf(found);
  }

  private List<String> spoken(@Nullable Entry entry) {
    return distinct(
        entry,
        MOST_LANGUAGES,
        item -> {
          String tag = values.line(item);
          if (!values.languages().contains(tag)) {
            problems.error(
                item,
                "'"
                    + tag
                    + "' isn't one of the file's languages: "
                    + String.join(", ", values.languages()));
          }
          return tag;
        });
  }

  private @Nullable MeetingNeeds needs(Fields fields) {
    List<LeadPlan> presenters = new ArrayList<>();
    for (Entry item : values.items(fields.get("presenters"), MOST_PRESENTERS)) {
      Fields lead = Fields.of(item, Shape.PRESENTER, problems);
      PersonId person = values.person(lead.need("person"));
      if (presenters.stream().anyMatch(one -> one.person().equals(person))) {
        problems.error(item, "this presenter stands here twice");
      }
      presenters.add(new LeadPlan(person, spoken(lead.get("languages"))));
    }
    Entry both = fields.get("presenters");
    if (both != null && fields.get("presenter") != null) {
      problems.error(both, "'presenter' and 'presenters' can't stand together");
    }
    Entry byProposal = fields.get("byProposal");
    MeetingNeeds needs =
        new MeetingNeeds(
            presenters,
            distinct(fields.get("equipment"), MOST_EQUIPMENT, values::slug),
            spoken(fields.get("languages")),
            byProposal != null && values.truth(byProposal));
    return needs.isEmpty() ? null : needs;
  }

  Map<String, MeetingPlan> meetings(@Nullable Entry entry, Collection<String> rooms) {
    Map<String, MeetingPlan> meetings = new LinkedHashMap<>();
    values
        .named(entry)
        .forEach(
            (key, item) -> {
              used.wrote("meeting", key, item);
              Fields fields = Fields.of(item, Shape.MEETING, problems);
              Text title = values.text(fields.need("title"), false, Values.LINE);
              meetings.put(key, meeting(fields, title, rooms));
            });
    return meetings;
  }

  private MeetingPlan meeting(Fields fields, Text title, Collection<String> rooms) {
    Text about = optionalText(fields.get("about"));
    int minutes = values.number(fields.need("minutes"), SHORTEST_MINUTES, LONGEST_MINUTES);
    Set<String> places = new HashSet<>();
    List<String> chosen =
        values.items(fields.need("rooms"), MOST_ROOMS).stream()
            .map(
                item -> {
                  String room = values.reference(item, "room", rooms);
                  used.uses("room", room);
                  if (rooms.contains(room) && !places.add(room)) {
                    problems.error(item, "'" + room + "' stands here twice");
                  }
                  return room;
                })
            .toList();
    Entry presenterEntry = fields.get("presenter");
    PersonId presenter = presenterEntry == null ? null : values.person(presenterEntry);
    Entry notice = fields.get("notice");
    return new MeetingPlan(
        title,
        about,
        minutes,
        chosen,
        presenter,
        notice == null ? NOTICE : values.workingDays(notice, 0),
        needs(fields));
  }

  Map<String, CoursePlan> courses(@Nullable Entry entry, Collection<String> rooms) {
    Map<String, CoursePlan> courses = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    values
        .named(entry)
        .forEach(
            (key, item) -> {
              used.wrote("course", key, item);
              courses.put(key, course(item, rooms, taken));
            });
    return courses;
  }

  private CoursePlan course(Entry entry, Collection<String> rooms, Set<String> taken) {
    Fields fields = Fields.of(entry, Shape.COURSE, problems);
    Text title = values.text(fields.need("title"), false, Values.LINE);
    String way = fields.oneOf(List.of("classroom", "online"));
    ActivityIds ids = activityIds(fields.get("activityIds"), taken);
    if ("online".equals(way)) {
      return new CoursePlan(title, null, values.link(fields.get("online")), ids);
    }
    Fields classroom = Fields.of(fields.get("classroom"), Shape.CLASSROOM, problems);
    return new CoursePlan(title, meeting(classroom, title, rooms), null, ids);
  }

  /** What is told of an activity counts for one course only. */
  private @Nullable ActivityIds activityIds(@Nullable Entry entry, Set<String> taken) {
    List<String> names =
        distinct(
            entry,
            MOST_ACTIVITY_IDS,
            item -> {
              String name = values.foreignName(item);
              if (taken.contains(name)) {
                problems.error(item, "another course has this id");
              }
              return name;
            });
    taken.addAll(names);
    return names.isEmpty() ? null : new ActivityIds(names);
  }
}
