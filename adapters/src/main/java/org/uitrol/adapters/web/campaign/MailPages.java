package org.uitrol.adapters.web.campaign;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.adapters.web.shared.NotFound;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.application.campaign.Plans;
import org.uitrol.application.campaign.view.CampaignRow;
import org.uitrol.application.campaign.view.CampaignStore;
import org.uitrol.application.communication.port.CalendarPart;
import org.uitrol.application.communication.port.Delivery;
import org.uitrol.application.communication.port.MailAddress;
import org.uitrol.application.communication.port.MailComposer;
import org.uitrol.application.communication.port.MailIdentity;
import org.uitrol.application.communication.port.MailTransport;
import org.uitrol.application.communication.port.OutgoingMail;
import org.uitrol.application.communication.port.WrittenMail;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.hold.port.HoldState;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.IdSource;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;

/** Shows each mail of a campaign as somebody would get it, and sends one to who looks at it. */
@Controller
class MailPages {

  private static final Logger LOG = LoggerFactory.getLogger(MailPages.class);
  private static final String PATH = "/campaigns/{campaign}/mails";
  private static final String NOTHING_BUT_LOOKS =
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
          + " frame-ancestors 'self'";

  private final CampaignStore campaigns;
  private final Plans plans;
  private final PersonVault vault;
  private final MailPreviews previews;
  private final MailComposer composer;
  private final MailTransport transport;
  private final MailIdentity sender;
  private final IdSource ids;
  private final CommandDesk desk;
  private final HoldState hold;
  private final Words words;

  MailPages(
      CampaignStore campaigns,
      Plans plans,
      PersonVault vault,
      MailPreviews previews,
      MailComposer composer,
      MailTransport transport,
      MailIdentity sender,
      IdSource ids,
      CommandDesk desk,
      HoldState hold,
      Words words) {
    this.campaigns = campaigns;
    this.plans = plans;
    this.vault = vault;
    this.previews = previews;
    this.composer = composer;
    this.transport = transport;
    this.sender = sender;
    this.ids = ids;
    this.desk = desk;
    this.hold = hold;
    this.words = words;
  }

  /**
   * A mail to choose.
   *
   * @param subject of a mail of the plan; empty for one that Uitrol brings
   */
  record Choice(String key, String subject) {}

  /** What is asked for: a mail, whose, in which language. */
  private record Asked(
      CampaignRow row, Plan plan, String key, @Nullable PersonId person, String language) {}

  @GetMapping(PATH)
  String show(
      @PathVariable CampaignId campaign,
      @RequestParam(defaultValue = "") String mail,
      @RequestParam(defaultValue = "") String person,
      @RequestParam(defaultValue = "") String language,
      Model model) {
    Asked asked = asked(campaign, mail, known(person), language);
    return page(asked, model);
  }

  @GetMapping(PATH + "/html")
  ResponseEntity<String> html(
      @PathVariable CampaignId campaign,
      @RequestParam String mail,
      @RequestParam(defaultValue = "") String person,
      @RequestParam(defaultValue = "") String language) {
    return ResponseEntity.ok()
        .header("Content-Security-Policy", NOTHING_BUT_LOOKS)
        .contentType(new MediaType("text", "html", StandardCharsets.UTF_8))
        .body(InlineLogo.shown(written(asked(campaign, mail, known(person), language))));
  }

  /** Finds a person without leaving an address in a log of addresses. */
  @PostMapping(PATH)
  String find(
      @PathVariable CampaignId campaign,
      @RequestParam String mail,
      @RequestParam(defaultValue = "") String reader,
      @RequestParam(defaultValue = "") String language,
      Model model) {
    String wanted = reader.strip();
    Optional<PersonId> found =
        wanted.isEmpty()
            ? Optional.empty()
            : vault.findByEmail(wanted).or(() -> vault.findByEmployeeNumber(wanted));
    if (!wanted.isEmpty() && found.isEmpty()) {
      model.addAttribute("problem", words.say("mails.noSuchPerson"));
      model.addAttribute("typed", wanted);
    }
    return page(asked(campaign, mail, found.orElse(null), language), model);
  }

  @PostMapping(PATH + "/test")
  String send(
      @PathVariable CampaignId campaign,
      @RequestParam String mail,
      @RequestParam(defaultValue = "") String person,
      @RequestParam(defaultValue = "") String language,
      @AuthenticationPrincipal ConsoleUser user,
      Model model) {
    Asked asked = asked(campaign, mail, known(person), language);
    if (hold.isOn()) {
      model.addAttribute("problem", words.rejected(new Rejected("ON_HOLD")));
      return page(asked, model);
    }
    Optional<PersonalData> self = Optional.ofNullable(user.person()).flatMap(vault::find);
    if (self.isEmpty()) {
      model.addAttribute("problem", words.say("mails.noAddress"));
      return page(asked, model);
    }
    MailAddress to = new MailAddress(self.get().name(), self.get().email());
    Delivery delivery = transport.deliver(composed(asked, to), sender.bouncesTo(), to);
    LOG.info("{} sent itself mail {} of campaign {}: {}", user, mail, campaign, delivery);
    if (delivery instanceof Delivery.Accepted) {
      model.addAttribute("sent", words.say("mails.sent", to.address()));
    } else {
      model.addAttribute("problem", words.say("mails.notSent", told(delivery)));
    }
    return page(asked, model);
  }

  private String page(Asked asked, Model model) {
    model.addAttribute("campaign", asked.row());
    model.addAttribute("campaignTitle", words.text(asked.row().title()));
    model.addAttribute(
        "choices",
        MailPreviews.keys(asked.plan()).stream()
            .map(
                key ->
                    new Choice(key, MailPreviews.ownSubject(asked.plan(), key, words.language())))
            .toList());
    model.addAttribute("mail", asked.key());
    model.addAttribute("person", asked.person());
    model.addAttribute("reader", data(asked).map(PersonalData::name).orElse(""));
    model.addAttribute("language", asked.language());
    model.addAttribute("languages", asked.plan().languages());
    model.addAttribute("written", written(asked));
    return "campaign/mails";
  }

  private Asked asked(
      CampaignId campaign, String mail, @Nullable PersonId person, String language) {
    CampaignRow row = campaigns.find(campaign).orElseThrow(NotFound::new);
    Plan plan = plans.plan(campaign, row.newestVersion());
    String key = mail.isEmpty() ? MailPreviews.keys(plan).iterator().next() : mail;
    if (!MailPreviews.keys(plan).contains(key)) {
      throw new NotFound();
    }
    String own = person == null ? "" : vault.find(person).orElseThrow(NotFound::new).language();
    String wanted = language.isEmpty() ? own : language;
    List<String> languages = plan.languages();
    return new Asked(
        row, plan, key, person, languages.contains(wanted) ? wanted : languages.get(0));
  }

  private static @Nullable PersonId known(String person) {
    return person.isBlank() ? null : new PersonId(person);
  }

  private WrittenMail written(Asked asked) {
    MailPreviews.Reader reader =
        data(asked)
            .map(
                data ->
                    new MailPreviews.Reader(
                        data.givenName().isEmpty() ? data.name() : data.givenName(),
                        data.department()))
            .orElse(new MailPreviews.Reader("", ""));
    return previews.write(asked.plan(), asked.key(), asked.language(), reader, desk.now());
  }

  private byte[] composed(Asked asked, MailAddress to) {
    WrittenMail written = written(asked);
    String id = "test-" + ids.next();
    OutgoingMail mail =
        OutgoingMail.plain(new DispatchId(id), desk.now(), sender.from(), to, written);
    CalendarPart invitation =
        previews.invitation(asked.plan(), asked.key(), written, id, to, desk.now());
    return composer.compose(invitation == null ? mail : mail.inviting(invitation));
  }

  private Optional<PersonalData> data(Asked asked) {
    return Optional.ofNullable(asked.person()).flatMap(vault::find);
  }

  private static String told(Delivery delivery) {
    if (delivery instanceof Delivery.TemporaryFailure failure) {
      return failure.code() + " " + failure.text();
    } else if (delivery instanceof Delivery.PermanentFailure failure) {
      return failure.code() + " " + failure.text();
    } else if (delivery instanceof Delivery.Unreachable failure) {
      return failure.text();
    } else if (delivery instanceof Delivery.Uncertain failure) {
      return failure.text();
    }
    throw new IllegalStateException("a test doesn't know " + delivery);
  }
}
