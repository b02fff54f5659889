package org.handrail.local;

import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.PatternType.LITERAL;
import static org.apache.kafka.common.resource.PatternType.PREFIXED;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.apache.kafka.common.resource.ResourceType.TRANSACTIONAL_ID;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Who may do what at the broker. Nobody may do anything that is not said here; a principal is the
 * Keycloak client that the token was issued to, and its groups and transactional ids start with its
 * name.
 */
final class KafkaAccess {

  private final Set<AclBinding> granted = new HashSet<>();

  private KafkaAccess() {}

  static Set<AclBinding> all() {
    var access = new KafkaAccess();
    // Its own topic too: whoever verifies the ledger reads the anchors there.
    access.service("client-service").writes("client", "person").reads("client", "referral");
    access.service("plan-service").writes("plan").reads("client", "referral");
    access.service("referral-service").writes("referral").reads("client");
    access
        .service("notification-service")
        .writes("notification")
        .reads("client", "plan", "referral");
    // The person key joins records of two agencies: nobody else may read it.
    access
        .service("analytics-service")
        .reads("client", "person", "plan", "referral", "notification")
        .publishes("coalition.analytics.")
        .keepsStreamState();
    access.principal("analyst-cli").mayReadPrefix("coalition.analytics.");
    return access.granted;
  }

  /** A principal, and what it may do. */
  private final class Principal {

    private final String name;

    private Principal(String name) {
      this.name = name;
      grant(GROUP, name, PREFIXED, READ);
    }

    private Principal transactional() {
      return grant(TRANSACTIONAL_ID, name, PREFIXED, WRITE, DESCRIBE);
    }

    private Principal writes(String... events) {
      for (var event : events) {
        grant(TOPIC, topic(event), LITERAL, WRITE);
      }
      return this;
    }

    private Principal reads(String... events) {
      for (var event : events) {
        grant(TOPIC, topic(event), LITERAL, READ);
      }
      return this;
    }

    private Principal publishes(String prefix) {
      return grant(TOPIC, prefix, PREFIXED, WRITE);
    }

    private Principal mayReadPrefix(String prefix) {
      return grant(TOPIC, prefix, PREFIXED, READ);
    }

    /** Kafka Streams' internal topics start with the application id, which is the principal. */
    private Principal keepsStreamState() {
      return grant(TOPIC, name, PREFIXED, CREATE, READ, WRITE, DELETE);
    }

    private Principal grant(
        ResourceType type, String resource, PatternType pattern, AclOperation... operations) {
      for (var operation : operations) {
        granted.add(
            new AclBinding(
                new ResourcePattern(type, resource, pattern),
                new AccessControlEntry("User:" + name, "*", operation, AclPermissionType.ALLOW)));
      }
      return this;
    }
  }

  private static String topic(String event) {
    return "handrail." + event + ".v1";
  }

  private Principal service(String name) {
    return principal(name).transactional();
  }

  private Principal principal(String name) {
    return new Principal(name);
  }

  /** Makes the broker's rules exactly these. */
  static void apply(Map<String, Object> adminSettings) {
    try (var admin = Admin.create(adminSettings)) {
      var wanted = all();
      var have = new HashSet<>(admin.describeAcls(AclBindingFilter.ANY).values().get());
      var missing = new ArrayList<>(wanted);
      missing.removeAll(have);
      admin.createAcls(missing).all().get();
      have.removeAll(wanted);
      admin.deleteAcls(have.stream().map(AclBinding::toFilter).toList()).all().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot set the broker's access rules", e.getCause());
    } catch (InterruptedException e) {
      throw Waiting.interrupted(e);
    }
  }
}
