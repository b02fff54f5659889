@NullMarked
package org.handrail.client.obligation;

import org.jspecify.annotations.NullMarked;
