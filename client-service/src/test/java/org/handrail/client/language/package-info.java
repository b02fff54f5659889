@NullMarked
package org.handrail.client.language;

import org.jspecify.annotations.NullMarked;
