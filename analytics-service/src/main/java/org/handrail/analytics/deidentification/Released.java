package org.handrail.analytics.deidentification;

/** What analysts are told of one happening. */
record Released(What what, int year) {}
