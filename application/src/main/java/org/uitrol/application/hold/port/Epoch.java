package org.uitrol.application.hold.port;

/**
 * How far this database has come, as is known outside of it too: by that a database is recognised
 * that was restored.
 */
public interface Epoch {

  /** Always lets things leave, where nothing is kept outside. */
  Epoch NONE =
      new Epoch() {
        @Override
        public boolean mayLeave() {
          return true;
        }

        @Override
        public void renew(Runnable release) {
          release.run();
        }
      };

  /**
   * To be called after what leaves was recorded and before it leaves, outside a transaction: what
   * is known outside is then as far as the database. A database from before that is recognised.
   *
   * @return whether it may leave; false when the database turns out to have been restored meanwhile
   */
  boolean mayLeave();

  /**
   * Begins anew with the database as it is.
   *
   * @param release what is done in the same transaction
   */
  void renew(Runnable release);
}
