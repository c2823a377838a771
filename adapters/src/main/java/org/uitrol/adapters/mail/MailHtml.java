package org.uitrol.adapters.mail;

import java.util.Map;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.CoreHtmlNodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;
import org.commonmark.renderer.html.UrlSanitizer;

/**
 * Markdown as HTML that mail programs show alike: styles stand with each element, and a button is a
 * table, since Outlook gives a link neither padding nor a ground. HTML in the Markdown is shown,
 * not obeyed.
 */
final class MailHtml {

  private final MailLook look;
  private final HtmlRenderer renderer;

  MailHtml(MailLook look) {
    this.look = look;
    this.renderer =
        HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new OnlyWebAndMailboxes())
            .softbreak("\n")
            .nodeRendererFactory(context -> new ImagesInWords(context.getWriter()))
            .nodeRendererFactory(Buttons::new)
            .attributeProviderFactory(context -> this::style)
            .build();
  }

  String render(Node document) {
    return renderer.render(document);
  }

  private void style(Node node, String tag, Map<String, String> attributes) {
    String style =
        switch (tag) {
          case "p" -> "margin:0 0 16px 0";
          case "h1" -> "margin:0 0 16px 0;font-size:22px;line-height:28px;font-weight:bold";
          case "h2", "h3", "h4", "h5", "h6" ->
              "margin:24px 0 8px 0;font-size:18px;line-height:24px;font-weight:bold";
          case "ul", "ol" -> "margin:0 0 16px 0;padding:0 0 0 24px";
          case "li" -> "margin:0 0 4px 0";
          case "blockquote" -> "margin:0 0 16px 0;padding:0 0 0 16px;border-left:4px solid #b8c4ce";
          case "hr" -> "border:0;border-top:1px solid #b8c4ce;margin:24px 0";
          case "pre" -> "margin:0 0 16px 0;white-space:pre-wrap";
          case "a" ->
              MarkdownMail.isButton(node)
                  ? "display:inline-block;padding:12px 24px;border-radius:6px;background-color:"
                      + look.color()
                      + ";color:"
                      + look.onButton()
                      + ";font-weight:bold;text-decoration:none;mso-padding-alt:0"
                  : "color:" + look.link();
          default -> "";
        };
    if (tag.equals("a")) {
      attributes.put("class", MarkdownMail.isButton(node) ? "button" : "link");
      attributes.remove("rel");
      attributes.remove("title");
    }
    if (!style.isEmpty()) {
      attributes.put("style", style);
    }
  }

  private static final class OnlyWebAndMailboxes implements UrlSanitizer {

    @Override
    public String sanitizeLinkUrl(String url) {
      return MarkdownMail.isAllowedLink(url) ? url : "";
    }

    @Override
    public String sanitizeImageUrl(String url) {
      return "";
    }
  }

  /** Puts each link that has a paragraph for itself into a table of one cell. */
  private final class Buttons implements NodeRenderer {

    private final CoreHtmlNodeRenderer usual;
    private final HtmlNodeRendererContext context;

    Buttons(HtmlNodeRendererContext context) {
      this.usual = new CoreHtmlNodeRenderer(context);
      this.context = context;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(Paragraph.class);
    }

    @Override
    public void render(Node paragraph) {
      Node first = paragraph.getFirstChild();
      if (!MarkdownMail.isButton(first)) {
        usual.render(paragraph);
        return;
      }
      HtmlWriter html = context.getWriter();
      html.line();
      html.raw(
          "<table role=\"presentation\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\""
              + " style=\"margin:8px 0 24px 0;border-collapse:separate\"><tr>"
              + "<td class=\"button\" bgcolor=\""
              + look.color()
              + "\" style=\"border-radius:6px;background-color:"
              + look.color()
              + ";mso-padding-alt:12px 24px\">");
      context.render(first);
      html.raw("</td></tr></table>");
      html.line();
    }
  }

  private static final class ImagesInWords extends AbstractVisitor implements NodeRenderer {

    private final HtmlWriter html;

    ImagesInWords(HtmlWriter html) {
      this.html = html;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(Image.class);
    }

    @Override
    public void render(Node node) {
      visitChildren(node);
    }

    @Override
    public void visit(Text text) {
      html.text(text.getLiteral());
    }
  }
}
