/**
 * The page's third door: files of a real server. They stay here; the page asks for windows of their
 * cells and of their tree.
 */
import { OpenedFiles } from '../runner/opened/opened-files.ts';
import type { FilesRequest, FilesResponse } from '../view/opened-files.ts';
import { readFiles } from './read-file.ts';

/** Between two words of progress, ms. */
const EVERY = 80;

let opened: OpenedFiles | null = null;
let work: Promise<void> = Promise.resolve();

self.onmessage = ({ data }: MessageEvent<FilesRequest<File>>): void => {
  // A mistake of ours: as an error of the worker it reaches the page.
  work = work.then(() => answer(data)).catch(reportError);
};

async function answer({ id, command }: FilesRequest<File>): Promise<void> {
  const say = (report: FilesResponse['report']): void => self.postMessage({ id, report });
  switch (command.type) {
    case 'open': {
      // Half of the work is to read, the other half to understand what was read.
      const total = command.files.reduce((sum, { size }) => sum + size, 0);
      let told = -Infinity;
      const tell = (part: number): void => {
        const now = performance.now();
        if (now - told < EVERY) return;
        told = now;
        say({ opening: { done: Math.floor(part * total), total } });
      };
      const files = await readFiles(command.files, (done) => tell(done / total / 2));
      opened = new OpenedFiles(files, (done, all) => tell(0.5 + done / Math.max(1, all) / 2));
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
