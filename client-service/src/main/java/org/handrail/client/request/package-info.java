/**
 * Requests for records that are no referral: the client's own, 42 CFR 2.23, legal process, audits,
 * research. What the law does not open stays closed, and nobody learns whether somebody is a
 * client.
 */
@NullMarked
package org.handrail.client.request;

import org.jspecify.annotations.NullMarked;
