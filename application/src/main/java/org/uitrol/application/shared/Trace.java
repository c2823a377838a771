package org.uitrol.application.shared;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.uitrol.application.shared.Source.Way;

/**
 * The names of the metadata that every stored event carries. The values are strings. Events from
 * before 2027 lack the last four.
 */
public final class Trace {

  /** Who asked, see {@link Actor}. */
  public static final String ACTOR = "actor";

  /**
   * The identifier of what caused the event: of another event when a process reacted to it, else of
   * the command that came from outside.
   */
  public static final String CAUSE = "cause";

  /** The identifier of the command from outside with which the whole chain began. */
  public static final String CORRELATION = "correlation";

  /**
   * For whom the actor acted: who began the chain when a process reacts, the account of a token, or
   * who is answered for; {@link #SELF} for nobody else.
   */
  public static final String BEHALF = "behalf";

  /** Which way it came in and from which class of address, see {@link Source}. */
  public static final String SOURCE = "source";

  /** The version of Uitrol whose rules decided. */
  public static final String RULE = "rule";

  /** The version of the plan to which the stream was pinned, where it is to one. */
  public static final String PLAN = "plan";

  /** The actor acted for itself. */
  public static final String SELF = "self";

  private static final Set<Way> BY_TOKEN = EnumSet.of(Way.API, Way.CLI, Way.SCIM, Way.XAPI);

  private Trace() {}

  /**
   * What a command carries, and all of its events with it.
   *
   * @param began who began the chain to which a process reacts; {@link #SELF} for nobody
   * @param version of Uitrol
   */
  public static Map<String, String> of(Actor actor, String began, String version) {
    Source source = source(actor);
    Map<String, String> trace = new LinkedHashMap<>();
    trace.put(ACTOR, actor.value());
    trace.put(BEHALF, behalf(actor, source, began));
    trace.put(SOURCE, source.text());
    trace.put(RULE, version);
    return trace;
  }

  private static String behalf(Actor actor, Source source, String began) {
    if (actor.isProcess()) {
      return began;
    }
    return Circumstances.behalf()
        .map(Actor::value)
        .orElse(BY_TOKEN.contains(source.way()) && actor.isAccount() ? actor.value() : SELF);
  }

  /** Of somebody who wants to stay unknown not even the class of address is kept. */
  private static Source source(Actor actor) {
    if (actor.isProcess()) {
      return new Source(Way.PROCESS, null);
    } else if (actor.equals(Actor.timer())) {
      return new Source(Way.TIMER, null);
    } else if (actor.isMail()) {
      return new Source(Way.MAIL, null);
    }
    Source source = Circumstances.source().orElse(new Source(Way.SYSTEM, null));
    return actor.isAnonymous() ? new Source(source.way(), null) : source;
  }
}
