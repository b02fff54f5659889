@NullMarked
package org.handrail.client.confidence;

import org.jspecify.annotations.NullMarked;
