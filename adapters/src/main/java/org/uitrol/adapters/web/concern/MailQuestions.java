package org.uitrol.adapters.web.concern;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uitrol.application.communication.inbound.InboundMail.State;
import org.uitrol.application.communication.inbound.InboundMails;
import org.uitrol.application.communication.port.InboundStore;
import org.uitrol.application.communication.port.MailReading;
import org.uitrol.application.concern.Concerns;
import org.uitrol.application.directory.PersonReferences;
import org.uitrol.application.directory.view.DirectoryStore;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.DepartmentId;

/** What people ask by answering a mail: a person decides that it is a question. */
@Component
class MailQuestions {

  private final InboundStore store;
  private final InboundMails inbound;
  private final MailReading reading;
  private final PersonReferences people;
  private final DirectoryStore directory;

  MailQuestions(
      InboundStore store,
      InboundMails inbound,
      MailReading reading,
      PersonReferences people,
      DirectoryStore directory) {
    this.store = store;
    this.inbound = inbound;
    this.reading = reading;
    this.people = people;
    this.directory = directory;
  }

  /**
   * What a mail asks.
   *
   * @param sender its address, or empty when it belongs to nobody who is known
   */
  record Written(String sender, @Nullable DepartmentId department, String words) {

    /** Nothing of the words, since this text may end up in a log. */
    @Override
    public String toString() {
      return "Written";
    }
  }

  /** Empty when no such mail waits for a person. */
  Optional<Written> find(long mail) {
    return store
        .find(mail)
        .filter(one -> one.state() == State.FOR_A_PERSON)
        .flatMap(one -> store.raw(mail))
        .map(this::written);
  }

  private Written written(byte[] raw) {
    String sender = reading.read(raw).sender();
    String words = reading.words(raw);
    String asked =
        words.length() <= Concerns.LONGEST_QUESTION
            ? words
            : words.substring(0, Concerns.LONGEST_QUESTION);
    return people
        .find(sender)
        .map(
            person ->
                new Written(
                    sender,
                    directory.member(person).map(member -> member.department()).orElse(null),
                    asked))
        .orElseGet(() -> new Written("", null, asked));
  }

  /** Somebody has made a question of it. */
  void done(long mail, AccountId by, String reason) {
    inbound.close(mail, by, reason);
  }
}
