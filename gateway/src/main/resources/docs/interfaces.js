// All services on one page; each document comes from the service itself, through the edge.
SwaggerUIBundle({
  dom_id: "#interfaces",
  layout: "StandaloneLayout",
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
  validatorUrl: null,
  urls: ["gateway", "client", "plan", "referral", "notification", "analytics"].map((name) => ({
    name,
    url: name === "gateway" ? "/docs/gateway.json" : `/docs/openapi/${name}.json`,
  })),
  // A signed-in reader may try things out: the session goes along, and so does its proof.
  requestInterceptor: (request) => {
    const token = /(?:^|;\s*)XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1];
    if (token) {
      request.headers["X-XSRF-TOKEN"] = decodeURIComponent(token);
    }
    return request;
  },
});
