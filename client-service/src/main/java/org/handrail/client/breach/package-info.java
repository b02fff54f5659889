/**
 * Breaches of what Part 2 protects, 42 CFR 2.16(b): presumed until assessed, with their notices and
 * clocks.
 */
@NullMarked
package org.handrail.client.breach;

import org.jspecify.annotations.NullMarked;
