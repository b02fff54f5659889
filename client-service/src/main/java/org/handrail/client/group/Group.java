package org.handrail.client.group;

import java.util.UUID;

/**
 * People who meet again and again, with somebody who holds the room.
 *
 * @param agenda what it is about, in words that anybody may read
 * @param capacity how many fit in, the facilitator not counted
 */
record Group(UUID id, String name, String agenda, int capacity, String facilitator) {}
