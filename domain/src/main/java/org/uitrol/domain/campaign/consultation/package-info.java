/**
 * What the works council is asked before a department goes on: the register of everything that a
 * plan collects about people, and the advice or consent that it gives, on conditions or not.
 */
@NullMarked
package org.uitrol.domain.campaign.consultation;

import org.jspecify.annotations.NullMarked;
