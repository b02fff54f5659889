@NullMarked
package org.handrail.client;

import org.jspecify.annotations.NullMarked;
