package org.uitrol.adapters.conditions;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSource;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.ast.CelMutableExpr;
import dev.cel.common.ast.CelMutableExprConverter;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.uitrol.domain.rollout.gate.EvidenceCatalog.ValueType;

/**
 * A condition that was parsed, with the names it uses and what is wrong with it. Whole numbers were
 * turned into decimal ones: all facts that are numbers are decimal, and CEL itself finds {@code 3
 * == 3.0} a mistake.
 */
final class Expression {

  /** The longest condition, in characters. */
  static final int LONGEST = 500;

  static final CelOptions OPTIONS =
      CelOptions.current().maxExpressionCodePointSize(LONGEST).maxParseRecursionDepth(32).build();

  private static final CelCompiler PARSER = compiler(Map.of());

  private static final Map<String, String> OPERATORS =
      Map.ofEntries(
          Map.entry("_&&_", "&&"),
          Map.entry("_||_", "||"),
          Map.entry("!_", "!"),
          Map.entry("_==_", "=="),
          Map.entry("_!=_", "!="),
          Map.entry("_<_", "<"),
          Map.entry("_<=_", "<="),
          Map.entry("_>_", ">"),
          Map.entry("_>=_", ">="),
          Map.entry("_+_", "+"),
          Map.entry("_-_", "-"),
          Map.entry("_*_", "*"),
          Map.entry("_/_", "/"),
          Map.entry("-_", "-"),
          Map.entry("_?_:_", "?"),
          Map.entry("@in", "in"));

  private final CelAbstractSyntaxTree tree;
  private final List<Name> names = new ArrayList<>();
  private final List<Issue> issues = new ArrayList<>();

  private Expression(CelAbstractSyntaxTree parsed) {
    CelMutableExpr root = CelMutableExprConverter.fromCelExpr(parsed.getExpr());
    walk(root, parsed.getSource().getPositionsMap());
    this.tree =
        CelAbstractSyntaxTree.newParsedAst(
            CelMutableExprConverter.fromMutableExpr(root), parsed.getSource());
  }

  /**
   * Something wrong.
   *
   * @param offset where, in code points from the start of the condition
   */
  record Issue(int offset, String message) {}

  /** A name as it stands in the condition. */
  record Name(String name, int offset) {}

  /** What came of parsing: an expression, or why it is none. */
  static Expression parse(String text) throws Unreadable {
    if (text.codePointCount(0, text.length()) > LONGEST) {
      throw new Unreadable(
          new Issue(LONGEST, "the condition is longer than " + LONGEST + " characters"));
    }
    if (text.isBlank()) {
      throw new Unreadable(new Issue(0, "the condition is empty"));
    }
    CelValidationResult parsed = PARSER.parse(text);
    if (parsed.hasError()) {
      CelIssue first = parsed.getErrors().get(0);
      throw new Unreadable(
          new Issue(offset(text, first.getSourceLocation()), Wording.syntax(first.getMessage())));
    }
    return new Expression(tree(parsed));
  }

  /** Not an expression at all. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Issue issue;

    Unreadable(Issue issue) {
      super(issue.message());
      this.issue = issue;
    }

    Issue issue() {
      return issue;
    }
  }

  List<Name> names() {
    return List.copyOf(names);
  }

  /** What it uses that conditions don't have, such as functions. */
  List<Issue> issues() {
    return List.copyOf(issues);
  }

  /** Checks the types, given those of the names. */
  CelValidationResult check(Map<String, ValueType> types) {
    return compiler(types).check(tree);
  }

  String text() {
    return tree.getSource().getContent().toString();
  }

  static CelAbstractSyntaxTree tree(CelValidationResult result) {
    try {
      return result.getAst();
    } catch (CelValidationException e) {
      throw new IllegalStateException("asked for the tree of a condition with errors", e);
    }
  }

  /** CEL counts lines from 1 and columns from 0. */
  static int offset(String text, CelSourceLocation at) {
    return CelSource.newBuilder(text).build().getLocationOffset(at).orElse(0);
  }

  private static CelCompiler compiler(Map<String, ValueType> types) {
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(List.of())
            .setResultType(SimpleType.BOOL);
    types.forEach((name, type) -> builder.addVar(name, type(type)));
    return builder.build();
  }

  private static CelType type(ValueType type) {
    return switch (type) {
      case NUMBER -> SimpleType.DOUBLE;
      case TRUTH -> SimpleType.BOOL;
      case TEXT -> SimpleType.STRING;
    };
  }

  private void walk(CelMutableExpr expr, Map<Long, Integer> positions) {
    int offset = positions.getOrDefault(expr.id(), 0);
    switch (expr.getKind()) {
      case CONSTANT -> constant(expr, offset);
      case IDENT -> names.add(new Name(expr.ident().name(), offset));
      case SELECT -> select(expr, positions, offset);
      case LIST -> expr.list().elements().forEach(element -> walk(element, positions));
      case CALL -> call(expr.call(), positions, offset);
      default -> issues.add(new Issue(offset, Wording.NOT_AVAILABLE));
    }
  }

  private void constant(CelMutableExpr expr, int offset) {
    CelConstant constant = expr.constant();
    switch (constant.getKind()) {
      case INT64_VALUE -> expr.setConstant(CelConstant.ofValue((double) constant.int64Value()));
      case DOUBLE_VALUE, BOOLEAN_VALUE, STRING_VALUE -> {}
      default -> issues.add(new Issue(offset, Wording.NOT_AVAILABLE));
    }
  }

  private void select(CelMutableExpr expr, Map<Long, Integer> positions, int offset) {
    StringBuilder name = new StringBuilder();
    CelMutableExpr part = expr;
    while (part.getKind() == Kind.SELECT) {
      name.insert(0, "." + part.select().field());
      part = part.select().operand();
    }
    if (part.getKind() == Kind.IDENT) {
      names.add(new Name(part.ident().name() + name, positions.getOrDefault(part.id(), 0)));
    } else {
      issues.add(new Issue(offset, Wording.NOT_AVAILABLE));
    }
  }

  private void call(CelMutableExpr.CelMutableCall call, Map<Long, Integer> positions, int offset) {
    if (!OPERATORS.containsKey(call.function())) {
      issues.add(new Issue(offset, Wording.noFunction(call.function())));
      return;
    }
    call.args().forEach(argument -> walk(argument, positions));
  }
}
