package org.uitrol.domain.proof;

/**
 * A checkpoint as it is handed out.
 *
 * @param publicKey the key to check the signature by (RFC 8410, DER), in Base64
 * @param signature over {@link Checkpoint#signed} (Ed25519, RFC 8032), in Base64
 */
public record SignedCheckpoint(Checkpoint checkpoint, String publicKey, String signature) {}
