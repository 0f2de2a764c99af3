import { createReadStream, existsSync } from 'node:fs';
import type { OutgoingHttpHeaders } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
};

/** A host of the built site, as plain as hosts are. */
export interface Site extends AsyncDisposable {
  /** Where it serves the site, with `/` at the end. */
  readonly url: string;
  /** Puts another build in the place of the one there is. */
  readonly publish: (folder: string) => void;
}

/** Serves the folder `first` under `path`, with these headers at each file, until it is disposed of. */
export const serve = async (
  first: string,
  path: string,
  headers: OutgoingHttpHeaders = {},
): Promise<Site> => {
  let folder = first;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    const asked = pathname.startsWith(path) ? pathname.slice(path.length) || 'index.html' : '';
    const file = join(folder, asked);
    const type = TYPES[extname(file)];
    if (type === undefined || !existsSync(file)) {
      response.writeHead(404, headers).end();
      return;
    }
    response.writeHead(200, { ...headers, 'Content-Type': type });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${path}`,
    publish: (next) => {
      folder = next;
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
