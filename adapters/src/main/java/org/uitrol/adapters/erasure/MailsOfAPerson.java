package org.uitrol.adapters.erasure;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.mail.MailSearch;
import org.uitrol.application.communication.port.InboundStore;
import org.uitrol.application.communication.port.Outbox;
import org.uitrol.application.erasure.Traces;
import org.uitrol.application.erasure.port.PersonalDataHolder;
import org.uitrol.domain.erasure.DataKind;
import org.uitrol.domain.erasure.ErasureStep;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;

/**
 * Mails to and from a person, and those of others that name the person: the latter go as well,
 * since nobody can take one name out of a mail.
 */
@Component
final class MailsOfAPerson implements PersonalDataHolder {

  private final JdbcClient jdbc;
  private final Outbox outbox;
  private final InboundStore inbound;

  MailsOfAPerson(JdbcClient jdbc, Outbox outbox, InboundStore inbound) {
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.inbound = inbound;
  }

  @Override
  public ErasureStep step() {
    return ErasureStep.MAIL;
  }

  @Override
  public Map<DataKind, Integer> held(Traces traces) {
    Map<DataKind, Integer> held = new EnumMap<>(DataKind.class);
    held.put(DataKind.MAIL_TEXTS, texts(traces).size());
    held.put(DataKind.INBOUND_MAILS, mails(traces).size());
    held.put(
        DataKind.INVITATION_ANSWERS,
        jdbc.sql("select count(*) from inbound_answer where person = :person")
            .param("person", traces.person().value())
            .query(Integer.class)
            .single());
    return held;
  }

  @Override
  public Map<DataKind, Integer> destroy(Traces traces, Instant at) {
    Map<DataKind, Integer> destroyed = new EnumMap<>(DataKind.class);
    Set<String> texts = texts(traces);
    for (String dispatch : texts) {
      jdbc.sql("update outbox set message = null where dispatch_id = :dispatch")
          .param("dispatch", dispatch)
          .update();
    }
    jdbc.sql(
            "update outbox set last_error = null, domain = null, state = case state"
                + " when 'WAITING' then 'SETTLED' else state end where person_id = :person")
        .param("person", traces.person().value())
        .update();
    Set<Long> mails = mails(traces);
    for (Long mail : mails) {
      jdbc.sql("delete from inbound_mail where id = :mail").param("mail", mail).update();
    }
    destroyed.put(DataKind.MAIL_TEXTS, texts.size());
    destroyed.put(DataKind.INBOUND_MAILS, mails.size());
    destroyed.put(
        DataKind.INVITATION_ANSWERS,
        jdbc.sql("delete from inbound_answer where person = :person")
            .param("person", traces.person().value())
            .update());
    return destroyed;
  }

  /** A mail that a server is being given is waited for. */
  @Override
  public void requireQuiet(Traces traces) {
    boolean underWay =
        jdbc.sql(
                "select exists (select from outbox where person_id = :person"
                    + " and state in ('READY', 'HANDING_OVER', 'ACCEPTED'))")
            .param("person", traces.person().value())
            .query(Boolean.class)
            .single();
    if (underWay) {
      throw new Rejected("ERASURE_MAIL_UNDER_WAY");
    }
  }

  private record Kept(String dispatch, String person) {}

  /** Dispatches of which the bytes are kept and are to, or about, the person. */
  private Set<String> texts(Traces traces) {
    List<Kept> all =
        jdbc.sql("select dispatch_id, person_id from outbox where message is not null")
            .query((row, number) -> new Kept(row.getString(1), row.getString(2)))
            .list();
    Set<String> found = new HashSet<>();
    for (Kept kept : all) {
      boolean own = kept.person.equals(traces.person().value());
      if (own || (!traces.isEmpty() && names(traces, message(kept)))) {
        found.add(kept.dispatch);
      }
    }
    return found;
  }

  private Optional<byte[]> message(Kept kept) {
    return outbox.message(new DispatchId(kept.dispatch), new PersonId(kept.person));
  }

  private Set<Long> mails(Traces traces) {
    Set<Long> found =
        new HashSet<>(
            jdbc.sql("select mail from inbound_person where person = :person")
                .param("person", traces.person().value())
                .query(Long.class)
                .list());
    if (traces.isEmpty()) {
      return found;
    }
    record Note(long id, String text) {}
    List<Note> all =
        jdbc.sql(
                "select id, concat_ws(' ', detail, note) from inbound_mail"
                    + " where id not in (select mail from inbound_person where person = :person)")
            .param("person", traces.person().value())
            .query((row, number) -> new Note(row.getLong(1), row.getString(2)))
            .list();
    for (Note one : all) {
      if (traces.areIn(one.text()) || names(traces, inbound.raw(one.id()))) {
        found.add(one.id());
      }
    }
    return found;
  }

  private static boolean names(Traces traces, Optional<byte[]> raw) {
    return raw.map(MailSearch::text).filter(traces::areIn).isPresent();
  }
}
