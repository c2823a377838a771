package org.uitrol.adapters.web.mailbox;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.uitrol.adapters.mail.BuiltInMailbox;
import org.uitrol.adapters.mail.ReceivedMail;
import org.uitrol.adapters.mail.WithoutMailServer;
import org.uitrol.adapters.persistence.embedded.WithoutOwnDatabase;
import org.uitrol.adapters.web.shared.NotFound;

/**
 * Reads the built-in mailbox. There with the embedded default only: it shows everybody's mail. What
 * a mail says comes from elsewhere, so its HTML stays in a frame that may do nothing.
 */
@Controller
@Conditional({WithoutOwnDatabase.class, WithoutMailServer.class})
class MailboxPages {

  private static final int PAGE = 50;

  private static final String NOTHING_BUT_LOOKS =
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
          + " frame-ancestors 'self'";

  private final BuiltInMailbox mailbox;

  MailboxPages(BuiltInMailbox mailbox) {
    this.mailbox = mailbox;
  }

  @GetMapping("/mailbox")
  String list(
      @RequestParam(defaultValue = "") String address,
      @RequestParam(defaultValue = "0") int page,
      Model model) {
    int shown = Math.max(0, page);
    ReceivedMail.Page mails = mailbox.list(address.isBlank() ? null : address.strip(), shown, PAGE);
    model.addAttribute("mails", mails.mails());
    model.addAttribute("total", mails.total());
    model.addAttribute("address", address);
    model.addAttribute("addresses", mailbox.addresses());
    model.addAttribute("page", shown);
    model.addAttribute("more", (shown + 1) * PAGE < mails.total());
    return "mailbox/mailbox";
  }

  @GetMapping("/mailbox/{mail}")
  String mail(@PathVariable String mail, Model model) {
    model.addAttribute("content", mailbox.read(mail).orElseThrow(NotFound::new));
    return "mailbox/mail";
  }

  @GetMapping("/mailbox/{mail}/html")
  ResponseEntity<String> html(@PathVariable String mail) {
    ReceivedMail.Content content = mailbox.read(mail).orElseThrow(NotFound::new);
    return ResponseEntity.ok()
        .header("Content-Security-Policy", NOTHING_BUT_LOOKS)
        .contentType(new MediaType("text", "html", StandardCharsets.UTF_8))
        .body(content.html());
  }

  @GetMapping("/mailbox/{mail}/invitation.ics")
  ResponseEntity<byte[]> invitation(@PathVariable String mail) {
    ReceivedMail.Content content = mailbox.read(mail).orElseThrow(NotFound::new);
    if (content.calendar() == null) {
      throw new NotFound();
    }
    return file(
        new MediaType("text", "calendar", StandardCharsets.UTF_8),
        "invitation.ics",
        Objects.requireNonNull(content.calendar()).getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping("/mailbox/{mail}/raw")
  ResponseEntity<byte[]> raw(@PathVariable String mail) {
    byte[] raw = mailbox.raw(mail).orElseThrow(NotFound::new);
    return file(MediaType.parseMediaType("message/rfc822"), "mail.eml", raw);
  }

  private static ResponseEntity<byte[]> file(MediaType type, String name, byte[] bytes) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(bytes);
  }
}
