package org.handrail.local;

import picocli.CommandLine.Command;

@Command(
    name = "bench",
    description = "Measures, one figure per line: bench.NAME value unit.",
    mixinStandardHelpOptions = true)
final class Bench {}
