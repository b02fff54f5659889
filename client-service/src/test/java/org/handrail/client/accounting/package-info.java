@NullMarked
package org.handrail.client.accounting;

import org.jspecify.annotations.NullMarked;
