/**
 * Who may walk with whom, and with how many: the gate before a place at a client's side, caseloads,
 * and being away.
 */
@NullMarked
package org.handrail.client.caseload;

import org.jspecify.annotations.NullMarked;
