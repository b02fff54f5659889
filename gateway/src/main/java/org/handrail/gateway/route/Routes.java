package org.handrail.gateway.route;

import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.handrail.platform.problem.NotFound;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** Who owns which noun. What is not named here is not reachable from outside. */
@Configuration(proxyBeanMethods = false)
class Routes {

  /** The request attribute with the {@link Upstream} of the route that was taken. */
  static final String UPSTREAM = Upstream.class.getName();

  private final Upstreams upstreams;

  Routes(Upstreams upstreams) {
    this.upstreams = upstreams;
  }

  @Bean
  RouterFunction<ServerResponse> nouns() {
    return to(POST("/api/directory/imports").or(POST("/api/meetings/imports")), upstreams.imports())
        .and(
            nouns(
                "client",
                upstreams.client(),
                "clients",
                "consents",
                "disclosures",
                "encounters",
                "outreach-contacts",
                "groups",
                "handouts",
                "specialists",
                "emergency-access",
                "record-requests"))
        .and(
            nouns(
                "plan",
                upstreams.plan(),
                "plans",
                "check-ins",
                "milestones",
                "recurrences",
                "assessments",
                "library"))
        .and(
            nouns(
                "referral",
                upstreams.referral(),
                "directory",
                "meetings",
                "capacity",
                "option-sets",
                "referrals",
                "handoffs",
                "gaps"))
        .and(
            nouns("notification", upstreams.notification(), "notifications", "contact-preferences"))
        .and(nouns("analytics", upstreams.analytics(), "measures"))
        // The directory is public, as HSDS means it to be; it holds nobody's data.
        .and(to(GET("/hsds").or(GET("/hsds/**")), upstreams.of("referral", upstreams.referral())))
        .and(onlyRead())
        .and(to(POST("/webhooks/sms"), upstreams.of("notification", upstreams.notification())))
        .and(documents())
        .and(nothingElse());
  }

  /** The services' own descriptions of their interfaces, for the page at {@code /docs}. */
  private RouterFunction<ServerResponse> documents() {
    return Map.of(
            "client", upstreams.client(),
            "plan", upstreams.plan(),
            "referral", upstreams.referral(),
            "notification", upstreams.notification(),
            "analytics", upstreams.analytics())
        .entrySet()
        .stream()
        .map(
            service ->
                to(
                    GET("/docs/openapi/" + service.getKey() + ".json"),
                    upstreams.of(service.getKey(), service.getValue()).at("/v3/api-docs")))
        .reduce(RouterFunction::and)
        .orElseThrow();
  }

  private RouterFunction<ServerResponse> nouns(String service, URI base, String... nouns) {
    var owned =
        Arrays.stream(nouns)
            .map(noun -> path("/api/" + noun).or(path("/api/" + noun + "/**")))
            .reduce(RequestPredicate::or)
            .orElseThrow();
    return to(owned, upstreams.of(service, base));
  }

  private static RouterFunction<ServerResponse> to(RequestPredicate requests, Upstream upstream) {
    return route(upstream.service())
        .route(requests, http())
        .before(
            request -> {
              MvcUtils.setRequestUrl(request, upstream.base());
              request.servletRequest().setAttribute(UPSTREAM, upstream);
              return request;
            })
        .build();
  }

  private static RouterFunction<ServerResponse> onlyRead() {
    return route("only-read")
        .route(
            path("/hsds").or(path("/hsds/**")),
            request -> {
              throw new HttpRequestMethodNotSupportedException(
                  request.method().name(), List.of("GET"));
            })
        .build();
  }

  private static RouterFunction<ServerResponse> nothingElse() {
    return route("nothing-else")
        .route(
            RequestPredicates.path("/api/**").and(path("/api/me").negate()),
            request -> {
              throw new NotFound();
            })
        .build();
  }
}
