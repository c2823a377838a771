package org.uitrol.adapters.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.uitrol.application.communication.port.MailAddress;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.Ids;

class AReturnPathForEachMail {

  private static final MailAddress SHARED = MailAddress.of("bounces@veldbeek.example");
  private static final DispatchId DISPATCH = new DispatchId(Ids.derived("dispatch", 1));

  private final SignedReturnPath paths = paths("a key of this organisation alone");

  @Property
  void leads_back_to_that_mail(@ForAll int number) {
    DispatchId dispatch = new DispatchId(Ids.derived("dispatch", number));

    MailAddress path = paths.of(dispatch);

    assertThat(path.address()).matches("bounces\\+[0-9a-v]{1,42}@veldbeek\\.example");
    assertThat(paths.dispatch(path.address())).contains(dispatch);
    assertThat(paths.dispatch(path.address().toUpperCase(Locale.ROOT))).contains(dispatch);
  }

  @Test
  void is_believed_only_as_it_was_made() {
    String path = paths.of(DISPATCH).address();
    int at = path.indexOf('@');
    for (int i = path.indexOf('+') + 1; i < at; i++) {
      char other = path.charAt(i) == '7' ? '8' : '7';
      assertThat(paths.dispatch(path.substring(0, i) + other + path.substring(i + 1))).isEmpty();
    }
    assertThat(paths.dispatch(path.substring(0, at - 1) + path.substring(at))).isEmpty();
    assertThat(paths.dispatch(path.substring(0, at) + "0" + path.substring(at))).isEmpty();
    assertThat(paths.dispatch(path.replace("veldbeek", "elsewhere"))).isEmpty();
    assertThat(paths.dispatch(path.replace("bounces", "info"))).isEmpty();
    assertThat(paths("another key").dispatch(path)).isEmpty();
  }

  @Test
  void is_found_in_no_other_address() {
    for (String other :
        new String[] {
          "",
          "@",
          "bounces@veldbeek.example",
          "bounces+@veldbeek.example",
          "bounces+0@veldbeek.example",
          "bounces+-1@veldbeek.example",
          "bounces+" + "v".repeat(5_000) + "@veldbeek.example",
          "bounces+@veldbeek",
          "bounces+veldbeek.example"
        }) {
      assertThat(paths.dispatch(other)).as(other).isEmpty();
    }
  }

  @Test
  void is_the_shared_one_when_there_is_no_room_for_more() {
    MailAddress longAddress = MailAddress.of("a".repeat(30) + "@veldbeek.example");
    SignedReturnPath none = new SignedReturnPath(longAddress, new byte[32]);

    assertThat(none.of(DISPATCH)).isEqualTo(longAddress);
    assertThat(paths.of(new DispatchId("no-uuid"))).isEqualTo(SHARED);
  }

  private static SignedReturnPath paths(String key) {
    return new SignedReturnPath(SHARED, key.getBytes(StandardCharsets.US_ASCII));
  }
}
