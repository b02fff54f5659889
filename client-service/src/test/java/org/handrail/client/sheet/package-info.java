@NullMarked
package org.handrail.client.sheet;

import org.jspecify.annotations.NullMarked;
