package org.uitrol.domain.shared;

/**
 * A campaign's key, as its file writes it: lower-case letters, digits and dashes, unique within the
 * installation.
 */
public record CampaignId(String value) implements Id {

  public CampaignId {
    Ids.requireSlug(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
