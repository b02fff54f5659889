/**
 * Reports that 42 CFR 2.12(c) allows without consent: the initial report of child abuse, and crimes
 * on the premises or against personnel.
 */
@NullMarked
package org.handrail.client.report;

import org.jspecify.annotations.NullMarked;
