package org.handrail.client.companion;

/** What the companion is there for: the client chooses, and may choose anew. */
enum GoalMode {
  ABSTINENCE,
  HARM_REDUCTION
}
