import { spawn } from 'node:child_process';
import {
  accessSync,
  constants,
  createReadStream,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, extname, join } from 'node:path';
import process from 'node:process';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** A Firefox of this machine; null when there is none. Nothing is ever downloaded. */
export const findFirefox = (): string | null =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => ['firefox-esr', 'firefox'].map((name) => join(folder, name)))
    .find(isProgram) ?? null;

/**
 * What this script, run in the built page (`dist`) at an address of it, posts to `./told`. A stock
 * Firefox speaks no protocol that the other journeys use: it is given an address and left alone.
 */
export async function toldByFirefox(
  firefox: string,
  address: string,
  script: string,
  withinMs: number,
): Promise<unknown> {
  let tell: (told: string) => void = () => undefined;
  const told = new Promise<string>((resolve) => {
    tell = resolve;
  });
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    const name = pathname.slice(1) || 'index.html';
    if (name === 'told') {
      let text = '';
      request.setEncoding('utf8');
      request.on('data', (part: string) => (text += part));
      request.on('end', () => {
        response.end();
        tell(text);
      });
      return;
    }
    const file = join('dist', name);
    const type = TYPES[extname(name)];
    response.setHeader('Content-Type', type ?? 'application/octet-stream');
    if (name === 'script.js') response.end(script);
    else if (name === 'index.html') {
      // From the site itself, as its policy asks.
      const own = '<script type="module" src="./script.js"></script></head>';
      response.end(readFileSync(file, 'utf8').replace('</head>', own));
    } else if (existsSync(file)) createReadStream(file).pipe(response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const profile = mkdtempSync(join(tmpdir(), 'firefox-'));
  const url = `http://127.0.0.1:${port}/${address}`;
  const browser = spawn(firefox, ['--headless', '--no-remote', '--profile', profile, url], {
    stdio: 'ignore',
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('Firefox told nothing')), withinMs);
    browser.once('exit', () => reject(new Error('Firefox has ended')));
  });
  try {
    return JSON.parse(await Promise.race([told, late]));
  } finally {
    clearTimeout(timer);
    const ended = new Promise((resolve) => browser.once('exit', resolve));
    if (browser.exitCode === null && browser.kill()) await ended;
    server.closeAllConnections();
    server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
