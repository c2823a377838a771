package org.uitrol.application.audit.explanation;

import org.uitrol.application.audit.TrailRow;
import org.uitrol.domain.shared.DomainEvent;

/** An event, and where it stands in the history. */
record Told(TrailRow row, DomainEvent event) {}
