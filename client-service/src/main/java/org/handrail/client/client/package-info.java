/**
 * The person in recovery as this agency knows them: registration, notice, agreement, enrolment and
 * who is assigned.
 */
@NullMarked
package org.handrail.client.client;

import org.jspecify.annotations.NullMarked;
