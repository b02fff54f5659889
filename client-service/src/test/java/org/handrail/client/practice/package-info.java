@NullMarked
package org.handrail.client.practice;

import org.jspecify.annotations.NullMarked;
