/** How many people something happened to, with what few would recognise held back. */
@NullMarked
package org.handrail.analytics.measure;

import org.jspecify.annotations.NullMarked;
