"""Reads each .ics file of a folder with python-icalendar and with libical, and prints as JSON what
they found. Debian's packages: python3-icalendar, python3-gi, gir1.2-ical-3.0."""

import json
import pathlib
import sys
from datetime import timezone

import gi
import icalendar

gi.require_version("ICalGLib", "3.0")
from gi.repository import ICalGLib as ical  # noqa: E402


def by_python(text):
    calendar = icalendar.Calendar.from_ical(text)
    (event,) = calendar.walk("VEVENT")
    attendees = event.get("ATTENDEE", [])
    if not isinstance(attendees, list):
        attendees = [attendees]

    def utc(name):
        return event[name].dt.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")

    return {
        "method": str(calendar["METHOD"]),
        "uid": str(event["UID"]),
        "sequence": int(event["SEQUENCE"]),
        "status": str(event["STATUS"]),
        "summary": str(event["SUMMARY"]),
        "description": str(event.get("DESCRIPTION", "")),
        "location": str(event.get("LOCATION", "")),
        "start": utc("DTSTART"),
        "end": utc("DTEND"),
        "organizer": str(event["ORGANIZER"]),
        "attendees": [str(one) for one in attendees],
        "name": str(attendees[0].params.get("CN", "")) if attendees else "",
        "errors": len(event.errors),
    }


def by_libical(text):
    calendar = ical.Component.new_from_string(text)
    event = calendar.get_first_component(ical.ComponentKind.VEVENT_COMPONENT)

    def value(component, kind):
        return component.get_first_property(kind).get_value_as_string()

    def utc(time):
        moment = time.convert_to_zone(ical.Timezone.get_utc_timezone())
        return "%04d-%02d-%02dT%02d:%02d:%02dZ" % (
            moment.get_year(),
            moment.get_month(),
            moment.get_day(),
            moment.get_hour(),
            moment.get_minute(),
            moment.get_second(),
        )

    attendees = []
    one = event.get_first_property(ical.PropertyKind.ATTENDEE_PROPERTY)
    while one is not None:
        attendees.append(one)
        one = event.get_next_property(ical.PropertyKind.ATTENDEE_PROPERTY)
    return {
        "method": value(calendar, ical.PropertyKind.METHOD_PROPERTY),
        "uid": event.get_uid(),
        "sequence": event.get_sequence(),
        "status": value(event, ical.PropertyKind.STATUS_PROPERTY),
        "summary": event.get_summary(),
        "description": event.get_description() or "",
        "location": event.get_location() or "",
        "start": utc(event.get_dtstart()),
        "end": utc(event.get_dtend()),
        "organizer": event.get_first_property(ical.PropertyKind.ORGANIZER_PROPERTY).get_organizer(),
        "attendees": [attendee.get_attendee() for attendee in attendees],
        "name": attendees[0].get_parameter_as_string("CN") or "" if attendees else "",
        "errors": calendar.count_errors(),
    }


found = []
for file in sorted(pathlib.Path(sys.argv[1]).glob("*.ics")):
    text = file.read_bytes().decode("utf-8")
    found.append({"icalendar": by_python(text), "libical": by_libical(text)})
json.dump(found, sys.stdout)
