package org.handrail.platform.caller;

/**
 * The person for whom a service calls, as recorded when that person acted.
 *
 * <p>As a parameter of a handler that services may call, it is read from the headers {@value
 * #SUBJECT_HEADER} and {@value #AGENCY_HEADER}.
 */
public record OnBehalfOf(SubjectId subject, AgencyId agency) {

  public static final String SUBJECT_HEADER = "Handrail-On-Behalf-Of-Subject";
  public static final String AGENCY_HEADER = "Handrail-On-Behalf-Of-Agency";
}
