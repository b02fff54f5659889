package org.handrail.platform.problem;

import tools.jackson.databind.json.JsonMapper;

/** By what the bodies of requests are read. */
public record BodyJson(JsonMapper mapper) {}
