@NullMarked
package org.handrail.client.client;

import org.jspecify.annotations.NullMarked;
