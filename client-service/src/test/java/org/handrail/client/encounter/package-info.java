@NullMarked
package org.handrail.client.encounter;

import org.jspecify.annotations.NullMarked;
