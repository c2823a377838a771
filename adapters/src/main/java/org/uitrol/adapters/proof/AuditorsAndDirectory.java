package org.uitrol.adapters.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.uitrol.application.communication.port.Attachment;
import org.uitrol.application.communication.port.Delivery;
import org.uitrol.application.communication.port.MailAddress;
import org.uitrol.application.communication.port.MailComposer;
import org.uitrol.application.communication.port.MailIdentity;
import org.uitrol.application.communication.port.MailTransport;
import org.uitrol.application.communication.port.MailWriter;
import org.uitrol.application.communication.port.OutgoingMail;
import org.uitrol.application.proof.port.CheckpointReceivers;
import org.uitrol.domain.proof.Checkpoint;
import org.uitrol.domain.proof.Hash;
import org.uitrol.domain.proof.SignedCheckpoint;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.Ids;

/** Mails checkpoints to auditors and puts them into a directory, as the settings say. */
@Component
final class AuditorsAndDirectory implements CheckpointReceivers {

  private static final String DIRECTORY = "directory";
  private static final int SHORT = 16;

  private final Map<String, MailAddress> auditors;
  private final @Nullable Path directory;
  private final Locale language;
  private final MessageSource texts;
  private final MailWriter writer;
  private final MailComposer composer;
  private final MailTransport transport;
  private final MailIdentity sender;

  AuditorsAndDirectory(
      ProofSettings settings,
      MessageSource texts,
      MailWriter writer,
      MailComposer composer,
      MailTransport transport,
      MailIdentity sender) {
    this.auditors = named(settings.auditors());
    this.directory = settings.directory();
    this.language = Locale.forLanguageTag(settings.language());
    this.texts = texts;
    this.writer = writer;
    this.composer = composer;
    this.transport = transport;
    this.sender = sender;
  }

  private static Map<String, MailAddress> named(List<String> addresses) {
    Map<String, MailAddress> named = new LinkedHashMap<>();
    for (String one : addresses) {
      MailAddress address = MailAddress.of(one);
      String hash = Hash.over(address.address().getBytes(StandardCharsets.US_ASCII)).toString();
      named.put("mail-" + hash.substring(0, SHORT), address);
    }
    return named;
  }

  @Override
  public Set<String> all() {
    Set<String> all = new HashSet<>(auditors.keySet());
    if (directory != null) {
      all.add(DIRECTORY);
    }
    return all;
  }

  @Override
  public Answer handOver(String receiver, SignedCheckpoint checkpoint) {
    MailAddress auditor = auditors.get(receiver);
    if (auditor != null) {
      return mail(auditor, receiver, checkpoint);
    }
    return receiver.equals(DIRECTORY) && directory != null
        ? file(directory, checkpoint)
        : new Answer(true, "no receiver any more");
  }

  /** How the file of a checkpoint is called. */
  static String fileName(Checkpoint checkpoint) {
    return "uitrol-checkpoint-%06d.json".formatted(checkpoint.number());
  }

  private static Answer file(Path directory, SignedCheckpoint signed) {
    String name = fileName(signed.checkpoint());
    Path file = directory.resolve(name);
    Path draft = directory.resolve("." + name + "." + UUID.randomUUID());
    try {
      Files.createDirectories(directory);
      try {
        Files.writeString(draft, ProofJson.write(signed));
        Files.move(
            draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
      return new Answer(true, "");
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can't be written", e);
    }
  }

  private Answer mail(MailAddress to, String receiver, SignedCheckpoint signed) {
    Checkpoint checkpoint = signed.checkpoint();
    OutgoingMail mail =
        OutgoingMail.plain(
                new DispatchId(Ids.derived("checkpoint", checkpoint.digest(), receiver)),
                checkpoint.at(),
                sender.from(),
                to,
                writer.write(
                    text("proof.mail.subject", "" + checkpoint.number()),
                    text(
                        "proof.mail.body",
                        "" + checkpoint.size(),
                        checkpoint.root(),
                        checkpoint.key(),
                        checkpoint.at()),
                    language.toLanguageTag(),
                    Map.of()))
            .with(
                new Attachment(
                    fileName(checkpoint),
                    "application/json",
                    ProofJson.write(signed).getBytes(StandardCharsets.UTF_8)));
    Delivery delivery = transport.deliver(composer.compose(mail), sender.bouncesTo(), to);
    if (delivery instanceof Delivery.Accepted accepted) {
      return new Answer(true, accepted.reply());
    } else if (delivery instanceof Delivery.TemporaryFailure failure) {
      return new Answer(false, failure.text());
    } else if (delivery instanceof Delivery.PermanentFailure failure) {
      return new Answer(false, failure.text());
    } else if (delivery instanceof Delivery.Unreachable away) {
      return new Answer(false, away.text());
    }
    return new Answer(false, "broke off");
  }

  private String text(String key, Object... arguments) {
    return texts.getMessage(key, arguments, language);
  }
}
