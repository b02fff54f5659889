/**
 * What clients are told before they tell anything: what to expect, the limits of confidentiality,
 * their rights.
 */
@NullMarked
package org.handrail.client.sheet;

import org.jspecify.annotations.NullMarked;
