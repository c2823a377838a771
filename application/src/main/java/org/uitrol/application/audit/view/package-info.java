/**
 * The history as it is searched: every event with the campaign, department and people it concerns.
 */
@NullMarked
package org.uitrol.application.audit.view;

import org.jspecify.annotations.NullMarked;
