import { createServer } from 'node:http';

const latencyMs = 20;

/** 500 cases of some 25 fields: what a page of Stellar weighs. */
const cases = Array.from({ length: 500 }, (_, at) => ({
  _id: `case-${at}`,
  ticket_id: at,
  name: `Possible phishing site visit from host finance-laptop-${at} and ${at % 7} more`,
  ...Object.fromEntries(
    Array.from({ length: 22 }, (_, field) => [`field_${field}`, `value ${at} of field ${field}`]),
  ),
}));
const page = Buffer.from(JSON.stringify({ data: { cases, total: cases.length } }));
const token = Buffer.from(
  JSON.stringify({ access_token: 'bench', exp: Math.floor(Date.now() / 1000) + 3600 }),
);

/** A vendor that does nothing but answer from memory after a while: what is measured is the way to it. */
const server = createServer((incoming, outgoing) => {
  incoming.resume();
  const answer = incoming.method === 'POST' ? token : page;
  setTimeout(() => {
    outgoing.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.byteLength });
    outgoing.end(answer);
  }, latencyMs);
});
server.listen(0, '127.0.0.1', () => console.log(`Vendor: http://127.0.0.1:${server.address().port}`));
process.on('SIGTERM', () => process.exit());
