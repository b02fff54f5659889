/**
 * What specialists are certified as: schemes by version and date, steps, hours, the code of ethics.
 */
@NullMarked
package org.handrail.client.credential;

import org.jspecify.annotations.NullMarked;
