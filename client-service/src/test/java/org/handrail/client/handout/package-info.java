@NullMarked
package org.handrail.client.handout;

import org.jspecify.annotations.NullMarked;
