@NullMarked
package org.handrail.client.emergency;

import org.jspecify.annotations.NullMarked;
