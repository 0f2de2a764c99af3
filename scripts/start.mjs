// `npm start`: the development server, with one line that says where the page is.
// `npm start -- --port 3000 --host` sets the port and lets other machines in.
import { parseArgs } from 'node:util';
import { createServer } from 'vite';

const { values } = parseArgs({
  options: { port: { type: 'string' }, host: { type: 'boolean', default: false } },
});

const server = await createServer({
  logLevel: 'warn',
  clearScreen: false,
  server: { port: Number(values.port ?? 5173), host: values.host },
});
await server.listen();

const urls = server.resolvedUrls;
const [url] = values.host ? (urls?.network ?? []) : (urls?.local ?? []);
process.stdout.write(`Zooscope: ${url ?? urls?.local[0] ?? 'no address'}   (Ctrl+C ends it)\n`);
