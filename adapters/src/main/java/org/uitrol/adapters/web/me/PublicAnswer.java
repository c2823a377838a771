package org.uitrol.adapters.web.me;

import org.uitrol.application.concern.view.ConcernRow;

/** A question that others asked too, with its answer, as everybody in the campaign may read it. */
record PublicAnswer(ConcernRow row, String question, String answer) {}
