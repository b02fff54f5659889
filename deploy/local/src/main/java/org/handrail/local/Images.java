package org.handrail.local;

/** The official images of the same servers in the same versions, where tests use containers. */
public final class Images {

  public static final String POSTGRES = "postgres:18";
  public static final String KAFKA = "apache/kafka:4.2.1";
  public static final String KEYCLOAK = "quay.io/keycloak/keycloak:26.7.3";

  private Images() {}
}
