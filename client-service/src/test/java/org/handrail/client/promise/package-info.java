@NullMarked
package org.handrail.client.promise;

import org.jspecify.annotations.NullMarked;
