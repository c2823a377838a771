/**
 * Takes in plans, leads campaigns through review and approval, and starts their rollouts wave by
 * wave.
 */
@NullMarked
package org.uitrol.application.campaign;

import org.jspecify.annotations.NullMarked;
