/**
 * Mail that comes in: what servers report about mail that went out, complaints, answers to
 * invitations, automatic replies, and whatever else a person has to look at (decision 0027).
 */
@NullMarked
package org.uitrol.application.communication.inbound;

import org.jspecify.annotations.NullMarked;
