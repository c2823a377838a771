package org.uitrol.application.communication.port;

import java.util.Optional;
import org.uitrol.domain.shared.DispatchId;

/** Where servers report what they couldn't deliver. Pure; safe for many threads. */
public interface ReturnPath {

  /** The address that stands for all mail. */
  MailAddress address();

  /** The address for one mail; that for all mail when there are none for single ones. */
  MailAddress of(DispatchId dispatch);

  /**
   * The mail that an address was made for; empty for any other address, so that nobody can make one
   * up.
   */
  Optional<DispatchId> dispatch(String address);

  /** One address for all mail. */
  static ReturnPath shared(MailAddress address) {
    return new ReturnPath() {
      @Override
      public MailAddress address() {
        return address;
      }

      @Override
      public MailAddress of(DispatchId dispatch) {
        return address;
      }

      @Override
      public Optional<DispatchId> dispatch(String any) {
        return Optional.empty();
      }
    };
  }
}
