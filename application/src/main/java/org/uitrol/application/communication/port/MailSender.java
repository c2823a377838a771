package org.uitrol.application.communication.port;

/** On whose behalf mail is sent. */
public interface MailSender {

  /** Whom readers see as sender and calendars as organizer; it can receive replies. */
  MailAddress from();

  /** Where bounces go. */
  MailAddress envelopeFrom();
}
