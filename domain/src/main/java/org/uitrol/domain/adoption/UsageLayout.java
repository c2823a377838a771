package org.uitrol.domain.adoption;

/** The reports of use that can be read, each known by its header. */
public enum UsageLayout {
  /** Microsoft Graph, {@code getMicrosoft365CopilotUsageUserDetail}, dates only. */
  COPILOT_GRAPH_V1(UsageProduct.COPILOT),
  /** The same with counts of prompts and of active days. */
  COPILOT_GRAPH_V2(UsageProduct.COPILOT),
  /** As the Microsoft 365 admin centre exports it. */
  COPILOT_ADMIN_CENTRE(UsageProduct.COPILOT),
  /** The user analytics of a ChatGPT workspace. */
  CHATGPT_USERS(UsageProduct.CHATGPT);

  private final UsageProduct product;

  UsageLayout(UsageProduct product) {
    this.product = product;
  }

  public UsageProduct product() {
    return product;
  }
}
