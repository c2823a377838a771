package org.uitrol.adapters.persistence.proof;

import java.security.SecureRandom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uitrol.adapters.persistence.directory.MasterKey;
import org.uitrol.adapters.persistence.directory.VaultCipher;
import org.uitrol.domain.shared.HistoryId;

/**
 * The secret of which the key for checkpoints is made, kept in the database under the master key:
 * all servers have the same, and who has the database alone can't sign.
 */
public final class SealedSeed {

  private static final int LENGTH = 32;
  private static final String FIELD = "checkpoint key";

  private final JdbcClient jdbc;
  private final VaultCipher cipher;
  private final byte[] key;

  public SealedSeed(JdbcClient jdbc, MasterKey master) {
    this.jdbc = jdbc;
    this.cipher = new VaultCipher(master);
    this.key = master.derive("uitrol checkpoint key 1");
  }

  /** The secret; it is made when there is none. */
  public byte[] get() {
    byte[] fresh = new byte[LENGTH];
    new SecureRandom().nextBytes(fresh);
    jdbc.sql("insert into checkpoint_key (sealed) values (:sealed) on conflict do nothing")
        .param("sealed", cipher.seal(key, HistoryId.OWN, FIELD, fresh))
        .update();
    byte[] sealed =
        jdbc.sql("select sealed from checkpoint_key").query((row, i) -> row.getBytes(1)).single();
    return cipher.open(key, HistoryId.OWN, FIELD, sealed);
  }
}
