// Parses an AsyncAPI document with everything it refers to, and ends with 1 when the parser finds an error.
import { Parser, fromFile } from '@asyncapi/parser';

const file = process.argv[2];
const { document, diagnostics } = await fromFile(new Parser(), file).parse();
const severity = ['error', 'warning', 'information', 'hint'];
for (const { severity: level, path, message } of diagnostics.filter((one) => one.severity < 2)) {
  console.error(`${severity[level]} ${path.join('/')}: ${message}`);
}
if (!document) {
  console.error(`${file} is not a valid AsyncAPI document`);
  process.exit(1);
}
const messages = document.allMessages().all();
console.log(`${file}: AsyncAPI ${document.version()}, ${document.allChannels().all().length} channels, ${messages.length} messages`);
