package org.uitrol.adapters.dossier;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.history.HistoryNames;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.application.audit.dossier.Dossier;
import org.uitrol.application.audit.dossier.Dossiers;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.domain.campaign.CampaignCommand.TakeDossier;
import org.uitrol.domain.campaign.DossierFormat;
import org.uitrol.domain.shared.CampaignId;

/**
 * Hands out dossiers, and records each before it leaves: whom it was given to, what it tells of,
 * and the hash of the file. Safe for many threads.
 */
@Component
public final class DossierFiles {

  private final Dossiers dossiers;
  private final DossierWords words;
  private final DossierPdf pdf;
  private final HistoryNames names;
  private final CommandDesk desk;

  DossierFiles(
      Dossiers dossiers, DossierWords words, DossierPdf pdf, HistoryNames names, CommandDesk desk) {
    this.dossiers = dossiers;
    this.words = words;
    this.pdf = pdf;
    this.names = names;
    this.desk = desk;
  }

  /** A file as it is handed out. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record DossierFile(String name, DossierFormat format, byte[] content) {

    @Override
    public byte[] content() {
      return content.clone();
    }
  }

  /**
   * Everything that is known of a campaign by now.
   *
   * @return empty when there is no such campaign
   */
  public Optional<DossierFile> take(
      CampaignId campaign, Locale locale, DossierFormat format, ConsoleUser reader) {
    return dossiers
        .of(campaign, dossiers.latest())
        .map(dossier -> recorded(dossier, locale, format, reader));
  }

  private DossierFile recorded(
      Dossier dossier, Locale locale, DossierFormat format, ConsoleUser reader) {
    DossierDocument document = words.tell(dossier, locale, names.seenBy(reader));
    byte[] content =
        switch (format) {
          case JSON -> DossierJson.write(document);
          case PDF -> pdf.write(document, locale, desk.now());
        };
    desk.send(
        new TakeDossier(
            dossier.campaign(),
            dossier.until(),
            locale.getLanguage(),
            format,
            hash(content),
            reader.id(),
            desk.now()),
        reader.actor());
    return new DossierFile(
        "uitrol-dossier-"
            + dossier.campaign()
            + "-"
            + dossier.until()
            + "."
            + format.name().toLowerCase(Locale.ROOT),
        format,
        content);
  }

  private static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
