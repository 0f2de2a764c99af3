/**
 * The page's third door: files of a real server. They stay here; the page asks for windows of their
 * cells and of their tree.
 */
import { OpenedFiles } from '../runner/opened/opened-files.ts';
import type { FilesRequest, FilesResponse } from '../view/opened-files.ts';
import { readServerFiles } from './read-file.ts';

/** Between two words of progress, ms. */
const EVERY = 80;
/** How much of the work it is to read files. */
const READ = 0.8;

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
      // They are read while they come; the tree of all together is made afterwards.
      const total = command.files.reduce((sum, { size }) => sum + size, 0);
      let told = -Infinity;
      const tell = (part: number): void => {
        const now = performance.now();
        if (now - told < EVERY) return;
        told = now;
        say({ opening: { done: Math.floor(part * total), total } });
      };
      const files = await readServerFiles(command.files, (done) => tell((READ * done) / total));
      opened = new OpenedFiles(files);
      say({ opened: { view: opened.view, run: opened.run() } });
      return;
    }
    case 'ask':
      say({ asked: opened?.ask(command.question) ?? null });
      return;
    case 'scenario':
      say({ scenario: opened?.scenario() ?? null });
  }
}
