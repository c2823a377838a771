package org.uitrol.adapters.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.uitrol.adapters.calendar.JollydayHolidays;
import org.uitrol.adapters.files.campaign.CampaignFile;
import org.uitrol.adapters.files.campaign.MailTextCheck;
import org.uitrol.adapters.mail.MarkdownMailWriter;
import org.uitrol.domain.shared.PersonId;

/** Reads campaign files without a server: everybody whom they name is taken to exist. */
final class PlanOnDisk {

  private PlanOnDisk() {}

  static CampaignFile.Read read(Path file) throws IOException {
    CampaignFile reader =
        new CampaignFile(
            MailTextCheck.by(new MarkdownMailWriter("-")),
            new JollydayHolidays().countries()::contains);
    return reader.read(
        file.toString(), Files.readAllBytes(file), told -> Optional.of(new PersonId(told)));
  }
}
