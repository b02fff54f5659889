@NullMarked
package org.handrail.client.cooccurring;

import org.jspecify.annotations.NullMarked;
