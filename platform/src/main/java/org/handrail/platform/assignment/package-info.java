/**
 * Who may act for which client, in services that keep no clients: {@link
 * org.handrail.platform.assignment.Assignments}.
 */
@NullMarked
package org.handrail.platform.assignment;

import org.jspecify.annotations.NullMarked;
