package org.handrail.referral.directory.hsds;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A page of HSDS.
 *
 * @param totalItems of all pages
 * @param pageNumber 1 or more
 * @param size of this page
 */
record HsdsPage(
    @JsonProperty("total_items") int totalItems,
    @JsonProperty("total_pages") int totalPages,
    @JsonProperty("page_number") int pageNumber,
    int size,
    @JsonProperty("first_page") boolean firstPage,
    @JsonProperty("last_page") boolean lastPage,
    boolean empty,
    List<JsonNode> contents) {

  static HsdsPage of(int total, int page, int perPage, List<JsonNode> contents) {
    int pages = (total + perPage - 1) / perPage;
    return new HsdsPage(
        total,
        pages,
        page,
        contents.size(),
        page == 1,
        page >= pages,
        contents.isEmpty(),
        contents);
  }
}
