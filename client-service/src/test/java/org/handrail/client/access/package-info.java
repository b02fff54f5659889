@NullMarked
package org.handrail.client.access;

import org.jspecify.annotations.NullMarked;
