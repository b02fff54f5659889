/**
 * Access for a time and under a written agreement: audits, 42 CFR 2.53, research, 2.52, public
 * health, 2.54.
 */
@NullMarked
package org.handrail.client.grant;

import org.jspecify.annotations.NullMarked;
