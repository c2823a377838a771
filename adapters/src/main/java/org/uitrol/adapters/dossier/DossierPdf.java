package org.uitrol.adapters.dossier;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Writes a dossier to read and to print: tagged for screen readers (PDF/UA), with headings as
 * bookmarks, and with its fonts inside, whatever fonts the machine has. The same dossier made at
 * the same moment gives the same bytes. Safe for many threads.
 */
@Component
final class DossierPdf {

  private static final String FAMILY = "DejaVu Sans";
  private static final int REGULAR = 400;
  private static final int BOLD = 700;

  /** What XML can't hold, and what a page couldn't show anyway. */
  private static final Pattern NOT_IN_XML =
      Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  private final ITemplateEngine templates;

  static {
    // It tells of every font and style sheet, and might tell of what is in the document.
    XRLog.setLoggingEnabled(false);
  }

  DossierPdf(ITemplateEngine templates) {
    this.templates = templates;
  }

  /**
   * The file.
   *
   * @param at when it is made
   */
  byte[] write(DossierDocument document, Locale locale, Instant at) {
    Context context = new Context(locale, Map.of("doc", document));
    String page = DossierWords.in(locale, () -> templates.process("dossier/dossier", context));
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder
        .withHtmlContent(NOT_IN_XML.matcher(page).replaceAll(""), null)
        .useFont(() -> font("DejaVuSans.ttf"), FAMILY, REGULAR, FontStyle.NORMAL, true)
        .useFont(() -> font("DejaVuSans-Bold.ttf"), FAMILY, BOLD, FontStyle.NORMAL, true)
        .useExternalResourceAccessControl(
            (address, kind) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
        .usePdfUaAccessibility(true)
        .withProducer("Uitrol");
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
      try (PDDocument pdf = renderer.createPDFKeepOpen()) {
        return bytes(pdf, document, at);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(PDDocument pdf, DossierDocument document, Instant at)
      throws IOException {
    PDDocumentInformation about = pdf.getDocumentInformation();
    about.setCreationDate(GregorianCalendar.from(ZonedDateTime.ofInstant(at, ZoneOffset.UTC)));
    about.setModificationDate(about.getCreationDate());
    pdf.setDocumentId(document.until());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    pdf.save(out);
    return out.toByteArray();
  }

  private static InputStream font(String file) {
    return Objects.requireNonNull(DossierPdf.class.getResourceAsStream("/fonts/" + file), file);
  }
}
