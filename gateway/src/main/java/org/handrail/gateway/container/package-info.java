/** How the servlet container behaves before any of our code is asked. */
@NullMarked
package org.handrail.gateway.container;

import org.jspecify.annotations.NullMarked;
