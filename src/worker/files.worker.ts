/**
 * The page's third door: files of a real server. They stay here; the page asks for windows of their
 * cells and of their tree.
 */
import { OpenedFiles } from '../runner/opened/opened-files.ts';
import { isGzip, unpacked } from '../runner/opened/unpack.ts';
import type { Unzipped } from '../runner/opened/unpack.ts';
import { LIMITS } from '../view/limits.ts';
import type { FilesRequest, FilesResponse } from '../view/opened-files.ts';

/** Between two words of progress, ms. */
const EVERY = 80;

let opened: OpenedFiles | null = null;
let work: Promise<void> = Promise.resolve();

self.onmessage = ({ data }: MessageEvent<FilesRequest>): void => {
  // A mistake of ours: as an error of the worker it reaches the page.
  work = work.then(() => answer(data)).catch(reportError);
};

async function answer({ id, command }: FilesRequest): Promise<void> {
  const say = (report: FilesResponse['report']): void => self.postMessage({ id, report });
  switch (command.type) {
    case 'open': {
      let told = performance.now();
      const files = await Promise.all(command.files.map(plainFile));
      opened = new OpenedFiles(files, (done, total) => {
        const now = performance.now();
        if (now - told < EVERY) return;
        told = now;
        say({ opening: { done, total } });
      });
      say({ opened: opened.view });
      return;
    }
    case 'ask':
      say({ asked: opened?.ask(command.question) ?? null });
      return;
    case 'scenario':
      say({ scenario: opened?.scenario() ?? null });
  }
}

/** As it is, or without what `snapshot.compression.method` packs it in. */
async function plainFile(file: { name: string; bytes: ArrayBuffer }) {
  const bytes = new Uint8Array(file.bytes);
  return unpacked({ name: file.name, bytes }, isGzip(bytes) ? await unzip(bytes) : null);
}

/** Stops as soon as it is too much: a small file can unpack to gigabytes. */
async function unzip(bytes: Uint8Array<ArrayBuffer>): Promise<Unzipped> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  try {
    const reader = new Blob([bytes])
      .stream()
      .pipeThrough(new DecompressionStream('gzip'))
      .getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      parts.push(value);
      size += value.length;
      if (size <= LIMITS.unpackedBytes) continue;
      await reader.cancel();
      return 'too-large';
    }
  } catch {
    return 'broken';
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
