package org.uitrol.adapters.web.people;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.uitrol.adapters.web.shared.Names;
import org.uitrol.adapters.web.shared.NotFound;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.application.adoption.PersonUse;
import org.uitrol.application.campaign.view.CampaignRow;
import org.uitrol.application.campaign.view.CampaignStore;
import org.uitrol.application.communication.view.MailRow;
import org.uitrol.application.communication.view.MailStore;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.application.directory.Workdays;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.directory.view.DepartmentRow;
import org.uitrol.application.directory.view.DirectoryStore;
import org.uitrol.application.directory.view.MemberRow;
import org.uitrol.application.followup.view.FollowUpStore;
import org.uitrol.application.rollout.view.RolloutRow;
import org.uitrol.application.rollout.view.RolloutStore;
import org.uitrol.application.session.view.SessionStore;
import org.uitrol.application.training.view.LearnerStore;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;

/** People, as change managers and administrators see them. */
@Controller
class PeoplePages {

  private static final int MAILS = 50;

  private final DirectoryStore directory;
  private final PersonVault vault;
  private final RolloutStore rollouts;
  private final CampaignStore campaigns;
  private final SessionStore sessions;
  private final LearnerStore learners;
  private final FollowUpStore followUps;
  private final MailStore mails;
  private final PersonUse use;
  private final Names names;
  private final Words words;

  PeoplePages(
      DirectoryStore directory,
      PersonVault vault,
      RolloutStore rollouts,
      CampaignStore campaigns,
      SessionStore sessions,
      LearnerStore learners,
      FollowUpStore followUps,
      MailStore mails,
      PersonUse use,
      Names names,
      Words words) {
    this.directory = directory;
    this.vault = vault;
    this.rollouts = rollouts;
    this.campaigns = campaigns;
    this.sessions = sessions;
    this.learners = learners;
    this.followUps = followUps;
    this.mails = mails;
    this.use = use;
    this.names = names;
    this.words = words;
  }

  /** Somebody in a list. */
  record Listed(PersonId id, String name, String function, String email) {}

  /** A rollout that a person is in. */
  record PersonRollout(RolloutRow rollout, String campaign) {}

  /** A mail, and why it wasn't sent if it wasn't. */
  record Mail(MailRow row, String why) {}

  @GetMapping("/people")
  String people(@RequestParam(defaultValue = "") String department, Model model) {
    List<DepartmentRow> departments = directory.departments();
    model.addAttribute("departments", departments);
    DepartmentRow chosen =
        departments.stream()
            .filter(row -> row.id().value().equals(department))
            .findFirst()
            .orElse(null);
    model.addAttribute("chosen", chosen);
    model.addAttribute("people", chosen == null ? List.of() : members(chosen.id()));
    return "people/people";
  }

  @GetMapping("/people/{person}")
  String person(@PathVariable PersonId person, Model model) {
    MemberRow member = directory.member(person).orElseThrow(NotFound::new);
    PersonalData data = vault.find(person).orElse(PersonalData.UNKNOWN);
    model.addAttribute("member", member);
    model.addAttribute("data", data);
    model.addAttribute("workdays", words.weekdays(Workdays.days(data)));
    model.addAttribute("name", names.person(person));
    model.addAttribute("department", names.department(member.department()));
    model.addAttribute("leader", names.person(member.manager()));
    model.addAttribute(
        "rollouts",
        rollouts.ofPerson(person).stream().map(row -> new PersonRollout(row, title(row))).toList());
    model.addAttribute("invitations", sessions.ofPerson(person));
    model.addAttribute("courses", learners.ofPerson(person));
    model.addAttribute("followUps", followUps.ofPerson(person));
    model.addAttribute("useSeen", use.allowing(person).isPresent());
    model.addAttribute("consents", mails.consents(person));
    model.addAttribute("suppressed", mails.suppressed(person).orElse(null));
    model.addAttribute(
        "mails",
        mails.ofPerson(person, 0, MAILS).stream().map(row -> new Mail(row, why(row))).toList());
    return "people/person";
  }

  private List<Listed> members(DepartmentId department) {
    List<MemberRow> members = directory.members(department);
    Map<PersonId, PersonalData> known =
        vault.findAll(members.stream().map(MemberRow::person).collect(Collectors.toSet()));
    Collator collator = Collator.getInstance(Locale.forLanguageTag(words.language()));
    return members.stream()
        .map(member -> listed(member.person(), known.get(member.person())))
        .sorted(Comparator.comparing(Listed::name, collator))
        .toList();
  }

  private static Listed listed(PersonId person, @Nullable PersonalData data) {
    PersonalData known = Objects.requireNonNullElse(data, PersonalData.UNKNOWN);
    String name = known.name().isEmpty() ? person.value() : known.name();
    return new Listed(person, name, known.function(), known.email());
  }

  private String title(RolloutRow row) {
    return campaigns
        .find(row.campaign())
        .map(CampaignRow::title)
        .map(words::text)
        .orElse(row.campaign().value());
  }

  private String why(MailRow mail) {
    if (mail.suppressed() != null) {
      return words.of(mail.suppressed());
    }
    return mail.lastReply() == null ? "" : words.say("mail.reply", mail.lastReply());
  }
}
