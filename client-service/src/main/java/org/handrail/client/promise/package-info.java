/** What specialists promised their clients, by when, and what became of it (V7). */
@NullMarked
package org.handrail.client.promise;

import org.jspecify.annotations.NullMarked;
