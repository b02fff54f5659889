@NullMarked
package org.handrail.client.identity;

import org.jspecify.annotations.NullMarked;
