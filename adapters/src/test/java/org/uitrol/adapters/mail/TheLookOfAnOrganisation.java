package org.uitrol.adapters.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.uitrol.application.communication.port.MailAddress;
import org.uitrol.application.communication.port.OutgoingMail;
import org.uitrol.application.communication.port.WrittenMail;
import org.uitrol.domain.shared.DispatchId;

class TheLookOfAnOrganisation {

  @TempDir Path folder;

  @Test
  void gives_links_and_buttons_its_colour_in_the_light() {
    WrittenMail mail = write(new MailLook("Veldbeek", Color.of("#7a1d5a"), null));

    assertThat(mail.html())
        .contains("<td class=\"button\" bgcolor=\"#7a1d5a\"")
        .contains("color:#ffffff")
        .contains("style=\"color:#7a1d5a\"")
        .contains(">Veldbeek</div>");
  }

  @Test
  void holds_in_outlook_because_it_is_tables_with_fixed_widths_there() {
    WrittenMail mail = write(MailLook.plain("Veldbeek"));

    assertThat(mail.html())
        .startsWith("<!doctype html>")
        .contains("<html lang=\"nl\"")
        .contains("<!--[if mso | IE]><table")
        .contains("mso-padding-alt:12px 24px")
        .doesNotContain("[[")
        .doesNotContain("{{");
  }

  @Test
  void has_other_colours_in_the_dark() {
    assertThat(write(MailLook.plain("Veldbeek")).html())
        .contains("name=\"color-scheme\"")
        .contains("prefers-color-scheme: dark")
        .contains("[data-ogsc]");
  }

  @Test
  void loads_nothing_from_elsewhere() throws IOException {
    WrittenMail mail = write(new MailLook("Veldbeek", MailLook.PLAIN_COLOR, MailLogo.read(logo())));

    assertThat(
            mail.html().replaceAll("href=\"[^\"]*\"", "").replaceAll("xmlns(:\\w)?=\"[^\"]*\"", ""))
        .doesNotContain("http:", "https:", "src=\"//")
        .doesNotContain("@import")
        .doesNotContain("url(");
  }

  @Test
  void brings_its_logo_along_with_each_mail() throws Exception {
    MailLook look = new MailLook("Veldbeek & co", MailLook.PLAIN_COLOR, MailLogo.read(logo()));
    OutgoingMail mail =
        OutgoingMail.plain(
            new DispatchId("dispatch-1"),
            Instant.parse("2027-01-11T08:00:00Z"),
            new MailAddress("Veldbeek", "uitrol@example.org"),
            new MailAddress("Sanne", "sanne@example.org"),
            write(look));

    MimeMessage message =
        new MimeMessage(
            Session.getInstance(new Properties()),
            new ByteArrayInputStream(new MimeMailComposer().compose(mail)));

    Multipart alternatives = (Multipart) message.getContent();
    assertThat(alternatives.getBodyPart(0).getContentType()).startsWith("text/plain");
    Multipart related = (Multipart) alternatives.getBodyPart(1).getContent();
    assertThat(related.getContentType()).startsWith("multipart/related");
    String html = (String) related.getBodyPart(0).getContent();
    BodyPart picture = related.getBodyPart(1);
    assertThat(picture.getHeader("Content-ID")).containsExactly("<logo@uitrol>");
    assertThat(picture.getDisposition()).isEqualTo("inline");
    assertThat(picture.getInputStream().readAllBytes()).isEqualTo(Files.readAllBytes(logo()));
    assertThat(html).contains("src=\"cid:logo@uitrol\"").contains("alt=\"Veldbeek &amp; co\"");
  }

  @Test
  void needs_a_colour_and_a_logo_that_mail_programs_show() throws IOException {
    assertThatThrownBy(() -> settings("red", null).look())
        .hasMessage("uitrol.mail.color: 'red' is no colour such as #1d5a7a");
    assertThatThrownBy(() -> settings(null, folder.resolve("none.png")).look())
        .hasMessageContaining("uitrol.mail.logo")
        .hasMessageContaining("none.png");
    Path svg = Files.writeString(folder.resolve("logo.svg"), "<svg/>");
    assertThatThrownBy(() -> settings(null, svg).look()).hasMessageContaining("no PNG and no JPEG");
    Path large = Files.write(folder.resolve("large.png"), new byte[200_000]);
    assertThatThrownBy(() -> settings(null, large).look()).hasMessageContaining("100 KB");
  }

  @Property
  void can_be_read_whatever_the_colour(
      @ForAll @IntRange(max = 255) int red,
      @ForAll @IntRange(max = 255) int green,
      @ForAll @IntRange(max = 255) int blue) {
    MailLook look = new MailLook("Veldbeek", new Color(red, green, blue), null);

    assertThat(look.link().isReadableOn(Color.WHITE)).isTrue();
    assertThat(look.onButton().isReadableOn(look.color())).isTrue();
    assertThat(look.inTheDark().isReadableOn(Color.of("#1e252b"))).isTrue();
    assertThat(look.onButtonInTheDark().isReadableOn(look.inTheDark())).isTrue();
  }

  private static MailSettings settings(@Nullable String color, @Nullable Path logo) {
    return new MailSettings("Veldbeek", null, null, null, null, false, color, logo);
  }

  private static WrittenMail write(MailLook look) {
    return new MarkdownMailWriter(look)
        .write(
            "Plannen",
            "Hallo,\n\n[Antwoord nu](https://example.org/a)\n\nOf [lees](https://example.org/b) meer.",
            "nl",
            Map.of());
  }

  private Path logo() throws IOException {
    Path file = folder.resolve("logo.png");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(320, 80, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return Files.write(file, bytes.toByteArray());
  }
}
