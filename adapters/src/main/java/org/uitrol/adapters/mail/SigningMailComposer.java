package org.uitrol.adapters.mail;

import org.uitrol.application.communication.port.MailComposer;
import org.uitrol.application.communication.port.OutgoingMail;

/** Signs each message once, when it is made, so that another attempt sends the same bytes. */
final class SigningMailComposer implements MailComposer {

  private final MailComposer composer;
  private final DkimSigner signer;

  SigningMailComposer(MailComposer composer, DkimSigner signer) {
    this.composer = composer;
    this.signer = signer;
  }

  @Override
  public byte[] compose(OutgoingMail mail) {
    return signer.sign(composer.compose(mail));
  }
}
