package org.handrail.client.accounting;

import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingInt;
import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.PRIVACY_OFFICER;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The lists of a client's disclosures, on the screen, for a spreadsheet and on paper. */
@RestController
@RequestMapping("/api/disclosures/lists")
@AllowedTo({PEER_SPECIALIST, SUPERVISOR, PRIVACY_OFFICER, CLIENT})
class ListsApi {
  private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

  private final MakingList making;
  private final PdfList onPaper;

  ListsApi(MakingList making, PdfList onPaper) {
    this.making = making;
    this.onPaper = onPaper;
  }

  /** In what form a list is wanted. */
  enum Format {
    JSON,
    CSV,
    PDF;

    /** The one that {@code Accept} likes best, of those that it does not refuse ({@code q=0}). */
    static Format accepted(@Nullable String accept) {
      try {
        var types = MediaType.parseMediaTypes(accept);
        return types.isEmpty() ? JSON : best(types);
      } catch (InvalidMediaTypeException _) {
        throw Refusal.of(Problems.NOT_ACCEPTABLE);
      }
    }

    private static Format best(List<MediaType> types) {
      return types.stream()
          .sorted(comparingDouble(MediaType::getQualityValue).reversed())
          .flatMap(type -> Arrays.stream(values()).filter(one -> one.fits(type)))
          .filter(one -> !one.isRefused(types))
          .findFirst()
          .orElseThrow(() -> Refusal.of(Problems.NOT_ACCEPTABLE));
    }

    /** Whatever says most precisely of it counts (RFC 9110, 12.5.1). */
    private boolean isRefused(List<MediaType> types) {
      return types.stream()
          .filter(this::fits)
          .max(comparingInt(Format::precision))
          .filter(type -> type.getQualityValue() == 0)
          .isPresent();
    }

    private static int precision(MediaType type) {
      return type.isWildcardType() ? 0 : type.isWildcardSubtype() ? 1 : 2;
    }

    private boolean fits(MediaType type) {
      return type.isCompatibleWith(
          switch (this) {
            case JSON -> MediaType.APPLICATION_JSON;
            case CSV -> ListsApi.CSV;
            case PDF -> MediaType.APPLICATION_PDF;
          });
    }
  }

  /**
   * @param requestId of the client's request that it answers: it reaches back from the day on which
   *     they asked, else from today
   * @param from three years back at most, which is also where it begins when nothing is said
   * @param format instead of {@code Accept}
   */
  @GetMapping("/{kind}")
  ResponseEntity<Object> list(
      Person person,
      @PathVariable ListKind kind,
      @RequestParam UUID clientId,
      @RequestParam @Nullable UUID requestId,
      @RequestParam @Nullable Instant from,
      @RequestParam @Nullable Instant until,
      @RequestParam @Nullable Format format,
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
    var list = making.make(person, new MakingList.Wanted(clientId, kind, requestId, from, until));
    return switch (format == null ? Format.accepted(accept) : format) {
      case JSON -> answer(MediaType.APPLICATION_JSON).body(list);
      case CSV -> download(CSV, "disclosures.csv").body(CsvList.write(list));
      case PDF ->
          download(MediaType.APPLICATION_PDF, "disclosures.pdf")
              .body(onPaper.write(person.agency(), new ClientId(clientId), list));
    };
  }

  private static ResponseEntity.BodyBuilder answer(MediaType type) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).contentType(type);
  }

  private static ResponseEntity.BodyBuilder download(MediaType type, String name) {
    return answer(type)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
  }
}
