@NullMarked
package org.handrail.client.group;

import org.jspecify.annotations.NullMarked;
