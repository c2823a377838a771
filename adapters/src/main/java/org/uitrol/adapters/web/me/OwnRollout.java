package org.uitrol.adapters.web.me;

import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.shared.Text;

/** How far the person's department is in a campaign. */
record OwnRollout(Text campaign, String tool, StageName stage, boolean completed) {}
