@NullMarked
package org.handrail.client.specialist;

import org.jspecify.annotations.NullMarked;
