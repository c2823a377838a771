package org.uitrol.adapters.web.shared;

import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tells the reader, on the page that comes next, that something was done. */
public final class Done {

  /** Under this name the layout finds the words. */
  public static final String ATTRIBUTE = "done";

  private Done() {}

  public static void say(RedirectAttributes next, String words) {
    next.addFlashAttribute(ATTRIBUTE, words);
  }
}
