package org.uitrol.adapters.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.shared.Source.Network;

/** Tells the class of an address, which is all that is kept of it. */
final class AddressClass {

  private static final int UNIQUE_LOCAL = 0xfc;
  private static final int UNIQUE_LOCAL_BITS = 0xfe;
  private static final int SHARED_FIRST = 100;
  private static final int SHARED_SECOND = 64;
  private static final int SHARED_BITS = 0xc0;
  private static final int IPV4_BYTES = 4;

  private AddressClass() {}

  /**
   * The class of an address.
   *
   * @param address in digits; a name isn't looked up
   * @return null when it isn't one
   */
  static @Nullable Network of(@Nullable String address) {
    if (address == null || !address.matches("[0-9a-fA-F:.]+(%[\\w.-]+)?|\\[[0-9a-fA-F:.]+]")) {
      return null;
    }
    try {
      return of(InetAddress.getByName(address));
    } catch (UnknownHostException e) {
      return null;
    }
  }

  private static Network of(InetAddress address) {
    if (address.isLoopbackAddress()) {
      return Network.LOOPBACK;
    }
    return address.isSiteLocalAddress()
            || address.isLinkLocalAddress()
            || isUniqueLocalOrShared(address.getAddress())
        ? Network.PRIVATE
        : Network.PUBLIC;
  }

  /** RFC 4193 and RFC 6598, which Java doesn't know. */
  private static boolean isUniqueLocalOrShared(byte[] bytes) {
    int first = bytes[0] & 0xff;
    return bytes.length == IPV4_BYTES
        ? first == SHARED_FIRST && (bytes[1] & SHARED_BITS) == SHARED_SECOND
        : (first & UNIQUE_LOCAL_BITS) == UNIQUE_LOCAL;
  }
}
