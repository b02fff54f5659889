/**
 * What clients complain of: between them and the agency's privacy officer, with nobody else
 * looking.
 */
@NullMarked
package org.handrail.client.complaint;

import org.jspecify.annotations.NullMarked;
