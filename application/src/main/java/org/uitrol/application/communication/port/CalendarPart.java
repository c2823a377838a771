package org.uitrol.application.communication.port;

/**
 * The part of a mail that a calendar reads (RFC 6047).
 *
 * @param method the iTIP method, as it also stands in the calendar object: {@code REQUEST} or
 *     {@code CANCEL}
 * @param organizer whom replies go to; also the sender of the mail, or mail programs drop them
 * @param ics the calendar object (RFC 5545), lines ended by CRLF
 */
public record CalendarPart(String method, MailAddress organizer, String ics) {

  public CalendarPart {
    if (!method.matches("[A-Z]+") || !ics.contains("\r\nMETHOD:" + method + "\r\n")) {
      throw new IllegalArgumentException("the method and the calendar object don't agree");
    }
  }
}
