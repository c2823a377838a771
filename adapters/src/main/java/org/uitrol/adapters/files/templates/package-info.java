/**
 * A library of ready campaigns, one for each tool in each sector, that a change manager starts
 * from. What all of them share is a skeleton; what a tool or a sector has of its own is data.
 */
@NullMarked
package org.uitrol.adapters.files.templates;

import org.jspecify.annotations.NullMarked;
