package org.handrail.analytics.deidentification;

import java.util.UUID;

/** Ids of released events: made of nothing that came in. */
@FunctionalInterface
interface FreshIds {
  UUID next();
}
