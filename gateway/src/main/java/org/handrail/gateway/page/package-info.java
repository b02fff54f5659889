/** The web app and the documentation pages. */
@NullMarked
package org.handrail.gateway.page;

import org.jspecify.annotations.NullMarked;
