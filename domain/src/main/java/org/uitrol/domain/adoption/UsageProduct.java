package org.uitrol.domain.adoption;

/** Something whose maker reports who used it. */
public enum UsageProduct {
  COPILOT,
  CHATGPT
}
