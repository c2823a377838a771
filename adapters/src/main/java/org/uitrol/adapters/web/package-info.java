/**
 * The pages: what a change manager, employee, trainer, works council member and auditor see in the
 * browser.
 */
@NullMarked
package org.uitrol.adapters.web;

import org.jspecify.annotations.NullMarked;
