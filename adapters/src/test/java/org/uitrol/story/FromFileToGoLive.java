package org.uitrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.uitrol.support.Chromium;

class FromFileToGoLive {

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @TempDir Path folder;

  @Test
  void is_the_same_story_when_it_is_told_twice() throws IOException {
    List<String> first = tell(folder.resolve("first"));
    assertThat(first).hasSizeGreaterThan(4000);
    assertThat(tell(folder.resolve("second"))).containsExactlyElementsOf(first);
  }

  private static List<String> tell(Path data) throws IOException {
    try (Town town = Town.start(data, "--uitrol.sample=false");
        WholeStory story = new WholeStory(town, CHROMIUM)) {
      story.tell();
      return town.history();
    }
  }
}
