/** What a service's HTTP interface is, told by itself at {@code /v3/api-docs}. */
@NullMarked
package org.handrail.platform.description;

import org.jspecify.annotations.NullMarked;
