/** The paper that a client signs: its text in their language, and its hash. */
@NullMarked
package org.handrail.client.consent.paper;

import org.jspecify.annotations.NullMarked;
