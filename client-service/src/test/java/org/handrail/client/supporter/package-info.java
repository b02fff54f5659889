@NullMarked
package org.handrail.client.supporter;

import org.jspecify.annotations.NullMarked;
