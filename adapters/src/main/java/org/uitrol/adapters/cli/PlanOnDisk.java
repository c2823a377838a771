package org.uitrol.adapters.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.uitrol.adapters.calendar.JollydayHolidays;
import org.uitrol.adapters.files.campaign.CampaignFile;
import org.uitrol.adapters.files.campaign.MailTextCheck;
import org.uitrol.adapters.files.campaign.PersonLookup;
import org.uitrol.adapters.mail.MarkdownMailWriter;
import org.uitrol.domain.shared.PersonId;

/** Reads campaign files without a server: whom they name is looked up by whoever asks. */
final class PlanOnDisk {

  private PlanOnDisk() {}

  /** Everybody whom the file names is taken to exist. */
  static CampaignFile.Read read(Path file) throws IOException {
    return read(file, told -> Optional.of(new PersonId(told)));
  }

  static CampaignFile.Read read(Path file, PersonLookup people) throws IOException {
    CampaignFile reader =
        new CampaignFile(
            MailTextCheck.by(new MarkdownMailWriter("-")),
            new JollydayHolidays().countries()::contains);
    return reader.read(file.toString(), Files.readAllBytes(file), people);
  }
}
