package org.uitrol.adapters.xapi;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.uitrol.application.training.ActorName;
import org.uitrol.application.training.ActorName.Kind;
import tools.jackson.databind.JsonNode;

/** Who somebody in a statement is; what is asked for them was checked before. */
final class Actors {

  private Actors() {}

  /** The actor of a statement. Whoever it is in a group can't be told. */
  static ActorName who(JsonNode node) {
    String display = node.path("name").asString("");
    return node.path("objectType").asString("Agent").equals("Group")
        ? new ActorName(Kind.GROUP, key(node), "", display)
        : named(node, display);
  }

  /** By what an agent or an identified group is looked for. */
  static String key(JsonNode node) {
    return isNamed(node) ? named(node, "").key() : members(node);
  }

  /** Adds an agent, or a group and who is in it; nothing when it is neither. */
  static void add(JsonNode node, Set<String> keys) {
    if (isNamed(node)) {
      keys.add(named(node, "").key());
    }
    for (JsonNode member : node.path("member")) {
      keys.add(named(member, "").key());
    }
  }

  private static String members(JsonNode group) {
    return StreamSupport.stream(group.path("member").spliterator(), false)
        .map(Actors::key)
        .collect(Collectors.toCollection(TreeSet::new))
        .toString();
  }

  private static boolean isNamed(JsonNode node) {
    return node.has("mbox")
        || node.has("mbox_sha1sum")
        || node.has("openid")
        || node.has("account");
  }

  private static ActorName named(JsonNode node, String display) {
    if (node.has("mbox")) {
      return new ActorName(
          Kind.MAIL, node.path("mbox").stringValue().substring("mailto:".length()), "", display);
    } else if (node.has("mbox_sha1sum")) {
      return new ActorName(Kind.MAIL_SHA1, node.path("mbox_sha1sum").stringValue(), "", display);
    } else if (node.has("openid")) {
      return new ActorName(Kind.OPENID, node.path("openid").stringValue(), "", display);
    }
    JsonNode account = node.path("account");
    return new ActorName(
        Kind.ACCOUNT,
        account.path("name").stringValue(),
        account.path("homePage").stringValue(),
        display);
  }
}
