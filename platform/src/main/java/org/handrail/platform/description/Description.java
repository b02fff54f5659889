package org.handrail.platform.description;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Arrays;
import java.util.List;
import org.handrail.platform.submission.Submission;
import org.handrail.platform.version.IfMatch;
import org.springframework.web.method.HandlerMethod;

/** Says of every handler what the platform does for it. */
final class Description {

  private static final String SIGN_IN = "sign-in";
  private static final String PROBLEM = "problem";

  private Description() {}

  static OpenAPI of(String service) {
    var bearer =
        new SecurityScheme()
            .type(SecurityScheme.Type.HTTP)
            .scheme("bearer")
            .bearerFormat("JWT")
            .description("An access token of the coalition's realm");
    var problem =
        new ApiResponse()
            .description("A problem (RFC 9457): type, title, status, code, traceId, errors[]")
            .content(
                new Content()
                    .addMediaType(
                        "application/problem+json", new MediaType().schema(new ObjectSchema())));
    return new OpenAPI()
        .info(
            new Info()
                .title(service)
                .version("v1")
                .description("A text of a body is one line, unless it says otherwise"))
        // Not where this instance happens to listen.
        .servers(List.of(new Server().url("/")))
        .components(
            new Components().addSecuritySchemes(SIGN_IN, bearer).addResponses(PROBLEM, problem))
        .addSecurityItem(new SecurityRequirement().addList(SIGN_IN));
  }

  static Operation complete(Operation operation, HandlerMethod handler) {
    var parameters = Arrays.asList(handler.getMethodParameters());
    if (parameters.stream().anyMatch(it -> it.getParameterType() == Submission.class)) {
      operation.addParametersItem(header("Idempotency-Key", "1 to 128 printable characters"));
    }
    if (parameters.stream().anyMatch(it -> it.hasParameterAnnotation(IfMatch.class))) {
      operation.addParametersItem(header("If-Match", "The ETag of what you saw"));
    }
    if (operation.getResponses() == null) {
      operation.setResponses(new ApiResponses());
    }
    operation.getResponses().addApiResponse("default", new ApiResponse().$ref(PROBLEM));
    return operation;
  }

  private static HeaderParameter header(String name, String description) {
    var header = new HeaderParameter();
    header.name(name).required(true).description(description).schema(new StringSchema());
    return header;
  }
}
