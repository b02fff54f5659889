@NullMarked
package org.handrail.client.breach;

import org.jspecify.annotations.NullMarked;
