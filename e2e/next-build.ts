import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const digest = (file: string, kind: string): string =>
  createHash(kind).update(readFileSync(file)).digest('base64');

/** Makes of `dist` what the next build could be: no file of `assets/` keeps its name. */
export const nextBuild = (folder: string): void => {
  cpSync('dist', folder, { recursive: true });
  const assets = readdirSync(join(folder, 'assets'));
  const renamed = (name: string): string => name.replace(/(\.\w+)$/, 'x$1');
  const texts = [
    'index.html',
    'sw.js',
    ...assets.filter((name) => /\.(js|css)$/.test(name)).map((name) => `assets/${name}`),
  ];
  for (const file of texts) {
    let text = readFileSync(join(folder, file), 'utf8');
    for (const name of assets) text = text.replaceAll(name, renamed(name));
    writeFileSync(join(folder, file), text);
  }
  for (const name of assets)
    renameSync(join(folder, 'assets', name), join(folder, 'assets', renamed(name)));

  // The list in the service worker says what each file must hold.
  const worker = join(folder, 'sw.js');
  const listed = /\{[^{}]*url:[`"']([^`"']+)[`"'][^{}]*\}|\{[^{}]*"url":"([^"]+)"[^{}]*\}/g;
  const text = readFileSync(worker, 'utf8').replaceAll(listed, (_, a: string, b: string) => {
    const url = a ?? b;
    const file = join(folder, url);
    const revision = url.startsWith('assets/') ? null : digest(file, 'md5');
    return JSON.stringify({ url, revision, integrity: `sha256-${digest(file, 'sha256')}` });
  });
  writeFileSync(worker, text);
};
