package org.uitrol.adapters.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.communication.port.TextProblem;
import org.uitrol.application.communication.port.TextProblem.Part;

/**
 * The body of a mail, from Markdown. HTML in it is shown, not obeyed; links go to the web or to a
 * mailbox; nothing is loaded from elsewhere, so that reading a mail tells nobody that it was read.
 */
final class MarkdownMail {

  private static final Parser PARSER =
      Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES).build();

  /** Stands for a value when a text is checked: letters and digits only, in no text by accident. */
  private static final String SOME_VALUE = "q7zuitrolz7q";

  private static final Pattern LINK = Pattern.compile("(?i)(?:https?://|mailto:)[^\\s<>\"]+");

  private final Node document;

  private MarkdownMail(Node document) {
    this.document = document;
  }

  static MarkdownMail of(String markdown) {
    return new MarkdownMail(PARSER.parse(markdown));
  }

  /** A heading of these very words. */
  static MarkdownMail heading(String words) {
    Heading heading = new Heading();
    heading.setLevel(2);
    heading.appendChild(new Text(words));
    Document document = new Document();
    document.appendChild(heading);
    return new MarkdownMail(document);
  }

  /** The body as a piece of HTML with inline styles. */
  String html(MailHtml html) {
    return html.render(document);
  }

  /**
   * The body as plain text that can be read without knowing Markdown; lines end with {@code \n}.
   */
  String text() {
    PlainText text = new PlainText();
    document.accept(text);
    return text.result();
  }

  /**
   * What can't be sent, although its Mustache is right.
   *
   * @param tag matches a Mustache tag; group 2 is its sigil
   */
  static List<TextProblem> check(String body, Pattern tag) {
    String filled =
        tag.matcher(body)
            .replaceAll(
                found -> found.group(2).isEmpty() ? Matcher.quoteReplacement(SOME_VALUE) : "");
    Checker checker = new Checker();
    PARSER.parse(filled).accept(checker);
    return checker.problems;
  }

  static boolean isAllowedLink(String destination) {
    return LINK.matcher(destination).matches();
  }

  /** A link that has a paragraph for itself is what the mail asks for. */
  static boolean isButton(@Nullable Node link) {
    return link instanceof Link
        && link.getParent() instanceof Paragraph
        && link.getPrevious() == null
        && link.getNext() == null;
  }

  /** Finds what the mail would show wrongly or not at all. */
  private static final class Checker extends AbstractVisitor {

    private final List<TextProblem> problems = new ArrayList<>();

    @Override
    public void visit(HtmlBlock html) {
      add(html, "HTML isn't taken here: write Markdown");
    }

    @Override
    public void visit(HtmlInline html) {
      add(html, "HTML isn't taken here: write Markdown");
    }

    @Override
    public void visit(Image image) {
      add(image, "a mail has no pictures: they would tell who opened it");
    }

    @Override
    public void visit(Code code) {
      refuseValueIn(code, code.getLiteral());
    }

    @Override
    public void visit(FencedCodeBlock code) {
      refuseValueIn(code, code.getLiteral() + code.getInfo());
    }

    @Override
    public void visit(IndentedCodeBlock code) {
      refuseValueIn(code, code.getLiteral());
    }

    @Override
    public void visit(LinkReferenceDefinition definition) {
      refuseValueIn(definition, definition.getLabel() + definition.getTitle());
      checkDestination(definition, definition.getDestination());
    }

    @Override
    public void visit(Link link) {
      checkDestination(link, link.getDestination());
      visitChildren(link);
    }

    private void checkDestination(Node node, String destination) {
      if (!isAllowedLink(destination) && !destination.equals(SOME_VALUE)) {
        add(
            node,
            "'"
                + destination.replace(SOME_VALUE, "{{...}}")
                + "' is no link that a mail can have: https://, http:// or mailto:");
      }
    }

    private void refuseValueIn(Node node, String literal) {
      if (literal.contains(SOME_VALUE)) {
        add(node, "a variable can't stand in code, where it can't be shown literally");
      }
    }

    private void add(Node node, String message) {
      int line = 1;
      for (Node at = node; at != null; at = at.getParent()) {
        List<SourceSpan> spans = at.getSourceSpans();
        if (!spans.isEmpty()) {
          line = spans.get(0).getLineIndex() + 1;
          break;
        }
      }
      problems.add(new TextProblem(Part.BODY, line, message));
    }
  }

  /** Writes paragraphs with a blank line between them, and each link after the words it was on. */
  private static final class PlainText extends AbstractVisitor {

    private enum Gap {
      NONE,
      LINE,
      PARAGRAPH
    }

    private final StringBuilder out = new StringBuilder();
    private String indent = "";
    private Gap gap = Gap.NONE;

    String result() {
      return out.toString().stripTrailing() + "\n";
    }

    @Override
    public void visit(Paragraph paragraph) {
      start();
      visitChildren(paragraph);
      end(paragraph);
    }

    @Override
    public void visit(Heading heading) {
      start();
      int from = out.length();
      visitChildren(heading);
      if (heading.getLevel() < 3) {
        int length = out.substring(from).codePointCount(0, out.length() - from);
        newLine();
        out.append((heading.getLevel() == 1 ? "=" : "-").repeat(Math.max(1, length)));
      }
      gap = Gap.PARAGRAPH;
    }

    @Override
    public void visit(BulletList list) {
      items(list, item -> "- ");
    }

    @Override
    public void visit(OrderedList list) {
      Integer start = list.getMarkerStartNumber();
      int[] number = {start == null ? 1 : start};
      items(list, item -> number[0]++ + ". ");
    }

    private void items(Node list, Function<Node, String> marker) {
      for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
        start();
        String mark = marker.apply(item);
        out.append(mark);
        indented(" ".repeat(mark.length()), item);
        gap = Gap.LINE;
      }
      if (!(list.getParent() instanceof ListItem)) {
        gap = Gap.PARAGRAPH;
      }
    }

    @Override
    public void visit(BlockQuote quote) {
      start();
      out.append("> ");
      indented("> ", quote);
      gap = Gap.PARAGRAPH;
    }

    private void indented(String more, Node parent) {
      String before = indent;
      indent += more;
      gap = Gap.NONE;
      visitChildren(parent);
      indent = before;
    }

    @Override
    public void visit(ThematicBreak line) {
      start();
      out.append("----");
      gap = Gap.PARAGRAPH;
    }

    @Override
    public void visit(FencedCodeBlock code) {
      literal(code.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock code) {
      literal(code.getLiteral());
    }

    @Override
    public void visit(HtmlBlock html) {
      literal(html.getLiteral());
    }

    private void literal(String lines) {
      start();
      out.append(lines.stripTrailing().replace("\n", "\n" + indent));
      gap = Gap.PARAGRAPH;
    }

    @Override
    public void visit(Text text) {
      out.append(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
      out.append(code.getLiteral());
    }

    @Override
    public void visit(HtmlInline html) {
      out.append(html.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak line) {
      out.append(' ');
    }

    @Override
    public void visit(HardLineBreak line) {
      newLine();
    }

    @Override
    public void visit(Link link) {
      int from = out.length();
      visitChildren(link);
      String words = out.substring(from);
      String destination = link.getDestination();
      if (!isAllowedLink(destination)) {
        return;
      }
      String shown =
          destination.toLowerCase(Locale.ROOT).startsWith("mailto:")
              ? destination.substring("mailto:".length())
              : destination;
      if (isButton(link)) {
        out.append(':');
        newLine();
        out.append(shown);
      } else if (!words.equals(shown)) {
        out.append(" (").append(shown).append(')');
      }
    }

    @Override
    public void visit(CustomNode node) {
      visitChildren(node);
    }

    private void end(Paragraph paragraph) {
      boolean tight =
          paragraph.getParent() instanceof ListItem item
              && item.getParent() instanceof ListBlock list
              && list.isTight();
      gap = tight ? Gap.LINE : Gap.PARAGRAPH;
    }

    private void start() {
      if (gap == Gap.PARAGRAPH) {
        out.append('\n').append(indent.stripTrailing());
      }
      if (gap != Gap.NONE) {
        newLine();
      }
      gap = Gap.NONE;
    }

    private void newLine() {
      out.append('\n').append(indent);
    }
  }
}
