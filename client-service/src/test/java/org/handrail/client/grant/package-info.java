@NullMarked
package org.handrail.client.grant;

import org.jspecify.annotations.NullMarked;
