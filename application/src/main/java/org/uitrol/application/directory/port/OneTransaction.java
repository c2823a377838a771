package org.uitrol.application.directory.port;

/** Lets several stores change together or not at all. */
@FunctionalInterface
public interface OneTransaction {

  /** Does the work; when it throws, nothing of it is kept and the exception comes out as it is. */
  void run(Runnable work);
}
