@NullMarked
package org.handrail.client.request;

import org.jspecify.annotations.NullMarked;
