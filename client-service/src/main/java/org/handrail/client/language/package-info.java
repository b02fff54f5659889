/** Advice on words: which may hurt somebody, and what can be said instead. It changes nothing. */
@NullMarked
package org.handrail.client.language;

import org.jspecify.annotations.NullMarked;
