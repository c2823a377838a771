package org.uitrol.adapters.files.campaign;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.uitrol.adapters.files.campaign.Problems.Place;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * The YAML of one file as a tree that is safe to walk: bounded in size, depth and what its aliases
 * unfold to, and without tags.
 */
final class YamlTree {

  static final int MOST_BYTES = 1 << 20;
  private static final int DEEPEST = 30;
  private static final int MOST_ALIASES = 50;
  private static final int MOST_NODES = 50_000;
  private static final int MOST_CHARACTERS = 2 * MOST_BYTES;

  private final Node root;
  private final int[] source;

  private YamlTree(Node root, int[] source) {
    this.root = root;
    this.source = source;
  }

  Node root() {
    return root;
  }

  /** The tree, or nothing when there is none; then the problems tell why. */
  static Optional<YamlTree> of(byte[] bytes, Problems problems) {
    if (bytes.length > MOST_BYTES) {
      problems.error(new Place(1, 1), "", "the file is larger than 1 MB");
      return Optional.empty();
    }
    String text = decode(bytes, problems);
    return text == null ? Optional.empty() : compose(text, problems);
  }

  private static Optional<YamlTree> compose(String text, Problems problems) {
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(DEEPEST);
    options.setMaxAliasesForCollections(MOST_ALIASES);
    options.setCodePointLimit(MOST_BYTES);
    try {
      if (hasTags(text, options, problems)) {
        return Optional.empty();
      }
      ParserImpl parser = new ParserImpl(new StreamReader(text), options);
      Node root = new Composer(parser, new Resolver(), options).getSingleNode();
      if (root == null) {
        problems.error(new Place(1, 1), "", "the file is empty");
        return Optional.empty();
      }
      Size size = new Size();
      if (!size.fits(root, 0)) {
        problems.error(root, "", "the file's anchors and aliases unfold to too much");
        return Optional.empty();
      }
      return Optional.of(new YamlTree(root, text.codePoints().toArray()));
    } catch (MarkedYAMLException e) {
      Place place =
          e.getProblemMark() == null ? new Place(1, 1) : Problems.place(e.getProblemMark());
      problems.error(place, "", "this isn't YAML: " + said(e.getProblem(), e.getContext()));
    } catch (ReaderException e) {
      problems.error(
          place(text, e.getPosition()),
          "",
          String.format(Locale.ROOT, "the character U+%04X isn't allowed", e.getCodePoint()));
    } catch (YAMLException e) {
      problems.error(new Place(1, 1), "", "this isn't YAML: " + said(e.getMessage(), null));
    }
    return Optional.empty();
  }

  private static String said(@Nullable String problem, @Nullable String context) {
    String said = (context == null ? "" : context + ", ") + (problem == null ? "" : problem);
    String hint =
        said.matches("(?s)while scanning an? (anchor|alias|tag|directive|simple key).*")
            ? "; put a text that begins with or holds one of ! & * % in quotes"
            : "";
    return said.replaceAll("\\s+", " ").strip() + hint;
  }

  private static boolean hasTags(String text, LoaderOptions options, Problems problems) {
    ParserImpl parser = new ParserImpl(new StreamReader(text), options);
    boolean found = false;
    while (!parser.checkEvent(Event.ID.StreamEnd)) {
      Event event = parser.getEvent();
      String tag =
          event instanceof ScalarEvent scalar
              ? scalar.getTag()
              : event instanceof CollectionStartEvent collection ? collection.getTag() : null;
      if (tag != null) {
        found = true;
        problems.error(
            Problems.place(event.getStartMark()),
            "",
            "'"
                + tag
                + "' is a YAML tag, and those aren't allowed: put a text that begins with !"
                + " in quotes");
      }
    }
    return found;
  }

  /** What a tree is when all its aliases are written out. */
  private static final class Size {
    private int nodes;
    private int characters;

    boolean fits(Node node, int depth) {
      nodes++;
      if (depth > DEEPEST || nodes > MOST_NODES || characters > MOST_CHARACTERS) {
        return false;
      }
      if (node instanceof ScalarNode scalar) {
        characters += scalar.getValue().length();
      } else if (node instanceof SequenceNode sequence) {
        for (Node item : sequence.getValue()) {
          if (!fits(item, depth + 1)) {
            return false;
          }
        }
      } else if (node instanceof MappingNode mapping) {
        for (NodeTuple tuple : mapping.getValue()) {
          if (!fits(tuple.getKeyNode(), depth + 1) || !fits(tuple.getValueNode(), depth + 1)) {
            return false;
          }
        }
      }
      return true;
    }
  }

  private static @Nullable String decode(byte[] bytes, Problems problems) {
    Charset charset = StandardCharsets.UTF_8;
    int skip = 0;
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      skip = 3;
    } else if (startsWith(bytes, 0xFE, 0xFF)) {
      charset = StandardCharsets.UTF_16BE;
      skip = 2;
    } else if (startsWith(bytes, 0xFF, 0xFE)) {
      charset = StandardCharsets.UTF_16LE;
      skip = 2;
    }
    ByteBuffer in = ByteBuffer.wrap(bytes, skip, bytes.length - skip);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      problems.error(
          place(text, text.length()),
          "",
          "a character that isn't " + charset + ": save the file as UTF-8");
      return null;
    }
    return text;
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (bytes.length <= i || (bytes[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static Place place(String text, int index) {
    int[] points = text.codePoints().toArray();
    return place(points, Math.min(index, points.length));
  }

  private static Place place(int[] points, int index) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < index; i++) {
      if (points[i] == '\n') {
        line++;
        column = 1;
      } else {
        column++;
      }
    }
    return new Place(line, column);
  }

  /**
   * Where a character of a value stands in the file. Falls back to the start of the value when YAML
   * wrote it in a way that can't be followed.
   *
   * @param offset in code points from the start of the value
   */
  Place place(ScalarNode scalar, int offset) {
    int start = scalar.getStartMark().getIndex();
    int[] value = scalar.getValue().codePoints().toArray();
    int raw =
        switch (scalar.getScalarStyle()) {
          case DOUBLE_QUOTED, SINGLE_QUOTED -> start + 1;
          case LITERAL, FOLDED -> skipBlanks(skipLine(start));
          default -> start;
        };
    for (int i = 0; i < Math.min(offset, value.length); ) {
      int next = step(scalar, raw, value[i]);
      if (next < 0) {
        return Problems.place(scalar.getStartMark());
      }
      boolean folded = next > raw && isBlank(source[raw]) && skipBlanks(raw) == next;
      raw = next;
      i++;
      while (folded && i < value.length && isBlank(value[i])) {
        i++;
      }
    }
    return place(source, raw);
  }

  /** Where the character after this one stands, or -1 when this isn't the character. */
  private int step(ScalarNode scalar, int raw, int expected) {
    if (raw >= source.length) {
      return -1;
    }
    int character = source[raw];
    if (isBlank(character) && isBlank(expected)) {
      return skipBlanks(raw);
    }
    return switch (scalar.getScalarStyle()) {
      case SINGLE_QUOTED -> character == '\'' ? raw + 2 : same(character, expected, raw);
      case DOUBLE_QUOTED -> character == '\\' ? escape(raw) : same(character, expected, raw);
      default -> same(character, expected, raw);
    };
  }

  private static int same(int character, int expected, int raw) {
    return character == expected ? raw + 1 : -1;
  }

  private int escape(int raw) {
    return switch (source[raw + 1]) {
      case 'x' -> raw + 4;
      case 'u' -> raw + 6;
      case 'U' -> raw + 10;
      case '\n', '\r' -> -1;
      default -> raw + 2;
    };
  }

  private int skipBlanks(int from) {
    int to = from;
    while (to < source.length && isBlank(source[to])) {
      to++;
    }
    return to;
  }

  private int skipLine(int from) {
    int to = from;
    while (to < source.length && source[to] != '\n') {
      to++;
    }
    return to;
  }

  private static boolean isBlank(int character) {
    return character == ' ' || character == '\n' || character == '\r' || character == '\t';
  }
}
