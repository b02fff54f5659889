@NullMarked
package org.handrail.client.credential;

import org.jspecify.annotations.NullMarked;
