@NullMarked
package org.handrail.client.paper;

import org.jspecify.annotations.NullMarked;
