package org.uitrol.application.directory.port;

/** Lets several stores change together or not at all. */
@FunctionalInterface
public interface OneTransaction {

  /**
   * Does the work; when it throws, nothing of it is kept and the exception comes out as it is. Work
   * that met somebody else's may be done again from its start.
   */
  void run(Runnable work);
}
