@NullMarked
package org.handrail.client.companion;

import org.jspecify.annotations.NullMarked;
