package org.handrail.referral.directory.hsds;

import java.util.LinkedHashMap;
import java.util.Map;

/** The shelter as tables. */
final class ShelterTables {
  final Shelter shelter;

  ShelterTables(Shelter shelter) {
    this.shelter = shelter;
  }

  Map<String, String> open() {
    Map<String, String> tables = new LinkedHashMap<>();
    tables.put("organizations", "id,name\no,Refuge\n");
    tables.put(
        "services",
        "id,organization_id,name,status\n%1$s,o,Shelter %1$s,active\n".formatted(shelter.service));
    tables.put(
        "locations",
        "id,location_type,name,latitude,longitude\nl,physical,%s house,41.44,-82.70\n"
            .formatted(shelter.street));
    tables.put(
        "addresses",
        """
        id,location_id,address_1,city,state_province,postal_code,country,address_type
        a,l,77 %s Lane,Port Amity,OH,44870,US,physical
        """
            .formatted(shelter.street));
    tables.put(
        "service_at_location", "id,service_id,location_id\nsl,%s,l\n".formatted(shelter.service));
    return tables;
  }

  Map<String, String> only(String table) {
    return new LinkedHashMap<>(
        Map.of(table, "id,code,name,description\nt,confidential-location,Closed,None\n"));
  }

  Map<String, String> markedBy(String column, String id) {
    Map<String, String> all = open();
    all.putAll(only("taxonomy_terms"));
    all.put("attributes", attribute(column, id));
    return all;
  }

  String attribute(String column, String id) {
    return "id,%s,taxonomy_term_id\nx,%s,t\n"
        .formatted(column, id.equals("SERVICE") ? shelter.service : id);
  }

  /** The mark on what has that id, and nothing else. */
  static Map<String, String> markOn(String id, String entity) {
    return Map.of(
        "attributes",
        "id,link_id,link_entity,value\nx,%s,%s,confidential-location\n".formatted(id, entity));
  }

  Map<String, String> mark(String marked) {
    String id =
        switch (marked) {
          case "location" -> "l";
          case "address" -> "a";
          case "organization" -> "o";
          default -> shelter.service.toString();
        };
    return new LinkedHashMap<>(
        Map.of(
            "attributes",
            "id,link_id,taxonomy_term_id,link_type,link_entity\nx,%s,t,taxonomy,%s\n"
                .formatted(id, marked)));
  }
}
