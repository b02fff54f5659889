/** The rules of how requests are read, tried without a server. */
@NullMarked
package org.handrail.platform.http;

import org.jspecify.annotations.NullMarked;
