package org.uitrol.adapters.files;

import java.io.IOException;
import java.io.InputStream;

/** Bytes that can be read more than once. */
@FunctionalInterface
public interface ByteSource {

  /** A new stream from the start; whoever asks for it closes it. */
  InputStream open() throws IOException;
}
