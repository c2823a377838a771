/** Who was shown personal data of whom, as it is kept for works council and auditors. */
@NullMarked
package org.uitrol.application.audit.access;

import org.jspecify.annotations.NullMarked;
