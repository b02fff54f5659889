/**
 * What funders ask to be told and when: enrollments in grants, the windows of their reports, what
 * was filled in, and how peers' time was funded. What leaves from here passes the door.
 */
@NullMarked
package org.handrail.client.reporting;

import org.jspecify.annotations.NullMarked;
