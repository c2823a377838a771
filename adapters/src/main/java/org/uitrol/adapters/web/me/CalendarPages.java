package org.uitrol.adapters.web.me;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.uitrol.adapters.security.PersonalLink.Purpose;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.domain.session.CalendarFeedCommand.OpenFeed;
import org.uitrol.domain.session.CalendarFeedCommand.WithdrawFeed;

/** The link by which a calendar program reads a person's sessions, and its making and ending. */
@Controller
class CalendarPages {

  private static final MediaType CALENDAR =
      new MediaType("text", "calendar", StandardCharsets.UTF_8);
  private static final Duration FRESH = Duration.ofMinutes(15);

  private final Visits visits;
  private final OwnCalendar calendar;
  private final CommandDesk desk;

  CalendarPages(Visits visits, OwnCalendar calendar, CommandDesk desk) {
    this.visits = visits;
    this.calendar = calendar;
    this.desk = desk;
  }

  @GetMapping("/c/{token}/uitrol.ics")
  ResponseEntity<byte[]> read(@PathVariable String token, HttpServletRequest request) {
    Visit visit = visits.open(Purpose.CALENDAR, token, request);
    if (!calendar.isGood(visit.person(), Integer.parseInt(visit.link().subject()))) {
      throw new LinkNotGood();
    }
    byte[] text = calendar.text(visit, desk.now()).getBytes(StandardCharsets.UTF_8);
    return ResponseEntity.ok()
        .contentType(CALENDAR)
        .cacheControl(CacheControl.maxAge(FRESH).cachePrivate())
        .eTag('"' + digest(text) + '"')
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline().filename("uitrol.ics").build().toString())
        .body(text);
  }

  /** Makes a link; the one before ends. */
  @PostMapping("/p/{token}/calendar")
  ResponseEntity<Void> open(@PathVariable String token, HttpServletRequest request) {
    Visit visit = visits.open(Purpose.PLAN, token, request);
    desk.send(new OpenFeed(visit.person(), desk.now()), visit.actor());
    return back(visit, "calendar");
  }

  @PostMapping("/p/{token}/calendar/withdraw")
  ResponseEntity<Void> withdraw(@PathVariable String token, HttpServletRequest request) {
    Visit visit = visits.open(Purpose.PLAN, token, request);
    desk.send(new WithdrawFeed(visit.person(), desk.now()), visit.actor());
    return back(visit, "calendar-ended");
  }

  private static ResponseEntity<Void> back(Visit visit, String done) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create(visit.path() + "?done=" + done))
        .build();
  }

  private static String digest(byte[] text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
