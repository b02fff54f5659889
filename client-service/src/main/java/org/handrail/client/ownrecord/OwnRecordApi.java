package org.handrail.client.ownrecord;

import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.PRIVACY_OFFICER;

import java.util.UUID;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A client's copy of their own record, on the screen and on paper. */
@RestController
@RequestMapping("/api/clients/{id}/record")
@AllowedTo({PEER_SPECIALIST, PRIVACY_OFFICER, CLIENT})
class OwnRecordApi {
  private final CopyingRecord copying;
  private final OnPaper onPaper;

  OwnRecordApi(CopyingRecord copying, OnPaper onPaper) {
    this.copying = copying;
    this.onPaper = onPaper;
  }

  @GetMapping
  ResponseEntity<CopyOfRecord> copy(Person person, @PathVariable UUID id) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(copying.copy(person, id));
  }

  @GetMapping("/pdf")
  ResponseEntity<byte[]> onPaper(Person person, @PathVariable UUID id) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.APPLICATION_PDF)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"record.pdf\"")
        .body(onPaper.write(person.agency(), copying.copy(person, id)));
  }
}
