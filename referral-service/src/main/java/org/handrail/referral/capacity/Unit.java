package org.handrail.referral.capacity;

/** What is counted: a bed for the night, or a place in a programme. */
enum Unit {
  BED,
  SLOT
}
