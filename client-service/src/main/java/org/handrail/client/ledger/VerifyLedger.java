package org.handrail.client.ledger;

import java.io.PrintStream;
import org.handrail.client.ledger.ChainCheck.Finding;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * The service as a command: with {@code handrail.verify-ledger=true} it proves the ledger, prints
 * what it found and ends: with 0 when every chain is whole, with 1 when one is not.
 */
@Component
@ConditionalOnBooleanProperty("handrail.verify-ledger")
class VerifyLedger implements ApplicationRunner {
  private final VerifyingLedger verifying;
  private final ApplicationContext context;

  VerifyLedger(VerifyingLedger verifying, ApplicationContext context) {
    this.verifying = verifying;
    this.context = context;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    var report = verifying.verify();
    print(report, System.out);
    var code = report.wrong().isEmpty() ? 0 : 1;
    System.exit(SpringApplication.exit(context, () -> code));
  }

  static void print(VerifyingLedger.Report report, PrintStream out) {
    report
        .wrong()
        .forEach(
            wrong ->
                out.printf(
                    "%s client %s position %d: %s%n",
                    wrong.chain().agency(),
                    wrong.chain().client(),
                    wrong.finding().position(),
                    words(wrong.finding())));
    out.printf(
        "%d chains, %d anchors, %d findings%n",
        report.chains(), report.anchors(), report.wrong().size());
    out.flush();
  }

  private static String words(Finding finding) {
    return switch (finding) {
      case Finding.Altered _ -> "the row is not what was hashed";
      case Finding.Unchained _ -> "the row does not follow the one before";
      case Finding.Unanchored _ -> "the chain has not, or not any more, the head that was anchored";
      case Finding.Unpublished _ -> "no anchor of the row has left the database";
      case Finding.Repacked _ -> "the package is not the one that was released";
    };
  }
}
