package org.uitrol.adapters.web.survey;

import java.util.List;

/**
 * A round of results as a page shows it and as a file holds it: both are made from this alone, so
 * that neither says more than the other.
 */
record Report(
    List<Block> blocks,
    List<Rank> causes,
    List<Rank> aspects,
    List<Rank> order,
    List<Written> texts) {

  /**
   * One question.
   *
   * @param shares how many gave each answer; empty when that isn't told
   * @param ends what the ends of the scale mean; empty of a choice
   * @param parts the groups by breakdown
   * @param leaders what leaders and staff differ in; empty when either isn't told
   * @param changes what changed since an earlier survey
   */
  record Block(
      String id,
      String title,
      String ends,
      List<Share> shares,
      List<Part> parts,
      String leaders,
      List<Change> changes) {}

  /**
   * What people wrote, in no order.
   *
   * @param question its id
   * @param none what is said when nothing is shown
   */
  record Written(String question, String title, List<String> texts, String none) {}

  /**
   * How many gave an answer.
   *
   * @param sure which part of the width they are at least, in percent
   * @param maybe which part may come to it
   */
  record Share(String answer, String people, double sure, double maybe) {}

  /**
   * A breakdown of one question.
   *
   * @param withheld what is said of groups that are withheld; empty when none is
   */
  record Part(String title, List<Line> lines, String withheld) {}

  /**
   * A group, with places on the scale in percent of its width.
   *
   * @param mean between which two the mean lies
   * @param interval between which two the mean of all who were asked lies
   */
  record Line(
      String group,
      String people,
      String mean,
      String interval,
      double from,
      double width,
      double at,
      double band) {}

  /** The same group before and after. */
  record Change(String group, String before, String after, String says) {}

  /**
   * A place in an order.
   *
   * @param width of its bar, in percent
   * @param why the reason in words
   */
  record Rank(String what, String score, double width, String why) {}
}
