@NullMarked
package org.uitrol.adapters.dossier;

import org.jspecify.annotations.NullMarked;
