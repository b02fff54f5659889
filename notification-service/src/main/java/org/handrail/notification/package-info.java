/** Who must know what, when and where; ids and codes, never names. */
@NullMarked
package org.handrail.notification;

import org.jspecify.annotations.NullMarked;
