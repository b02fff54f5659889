@NullMarked
package org.handrail.client.disclosure;

import org.jspecify.annotations.NullMarked;
