@NullMarked
package org.handrail.client.wellbeing;

import org.jspecify.annotations.NullMarked;
