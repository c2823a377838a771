package org.uitrol.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.uitrol.domain.rollout.StageName;

class KeysOfConstants {

  @Test
  void are_small_letters_with_hyphens() {
    assertThat(Keys.of(StageName.GO_LIVE)).isEqualTo("go-live");
    assertThat(Keys.all(StageName.class)).containsExactly("announce", "demo", "train", "go-live");
  }

  @Test
  void lead_back_to_the_constant_and_nothing_else_does() {
    assertThat(Keys.find(StageName.class, "go-live")).contains(StageName.GO_LIVE);
    assertThat(Keys.find(StageName.class, "GO_LIVE")).isEmpty();
    assertThat(Keys.find(StageName.class, "")).isEmpty();
  }
}
