package org.uitrol.application.communication.view;

import java.time.Instant;
import org.uitrol.domain.communication.AddressEvent.Why;
import org.uitrol.domain.shared.PersonId;

/**
 * A person whose address gets no mail.
 *
 * @param status what the last mail came back with (RFC 3463)
 */
public record SuppressedRow(PersonId person, Why why, String status, Instant since) {}
