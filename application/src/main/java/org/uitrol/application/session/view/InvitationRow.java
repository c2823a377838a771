package org.uitrol.application.session.view;

/** A session together with one person's place in it. */
public record InvitationRow(SessionRow session, SeatRow seat) {}
