/**
 * The page's third door: files of a real server. They stay here; the page asks for windows of their
 * cells and of their tree.
 */
import { OpenedFiles } from '../runner/opened/opened-files.ts';
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
      const files = await Promise.all(command.files.map(unpacked));
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

/** Snapshots may be written as gzip [zookeeper.snapshot.compression.method]. */
async function unpacked(file: { name: string; bytes: ArrayBuffer }) {
  const bytes = new Uint8Array(file.bytes);
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return { name: file.name, bytes };
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    const plain = new Uint8Array(await new Response(stream).arrayBuffer());
    return { name: file.name.replace(/\.gz$/u, ''), bytes: plain };
  } catch {
    // Whatever it is, it is nothing that can be read: said with its first bytes.
    return { name: file.name, bytes };
  }
}
