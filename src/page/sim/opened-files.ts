import { create } from 'zustand';
import type { OpenedView, TreeRun } from '../../view/opened-files.ts';
import { LIMITS } from '../../view/limits.ts';
import type { AskSource } from './ask-source.ts';
import { FilesWorker } from './files-worker.ts';
import { beginWork } from './work.ts';

/** Files of a real server that are open, and how far they are read. */
export interface FilesState {
  readonly status: 'none' | 'opening' | 'open' | 'failed';
  /** Whether they are shown. */
  readonly shown: boolean;
  /** Of all bytes, how many are read. */
  readonly progress: { readonly done: number; readonly total: number };
  readonly view: OpenedView | null;
  /** What of the tree can begin a run. */
  readonly run: TreeRun | null;
  /** Who answers questions about what is open. */
  readonly source: AskSource | null;
  /** Why it failed: `large`, `many` or `unreadable`, with what there is to say of it. */
  readonly trouble: {
    readonly code: 'large' | 'many' | 'unreadable';
    readonly detail: string;
  } | null;
}

const NONE: FilesState = {
  status: 'none',
  shown: false,
  progress: { done: 0, total: 0 },
  view: null,
  run: null,
  source: null,
  trouble: null,
};

export const useOpenedFiles = create<FilesState>()(() => NONE);

let worker: FilesWorker | null = null;
/** Counts what was opened: answers about earlier files hold no longer. */
let opened = 0;

/** Shows what is open, or asks for files. */
export const showFiles = (shown: boolean): void => useOpenedFiles.setState({ shown });

/** Forgets what is open. */
export function closeFiles(): void {
  opened++;
  forget();
  useOpenedFiles.setState(NONE);
}

/** The tree of what is open as a scenario; null when there is none, or is no more. */
export async function openedScenario(): Promise<unknown> {
  const answer = await worker?.scenario().catch(() => null);
  return answer?.scenario ?? null;
}

/** Reads no further; others can be chosen. */
export function stopReading(): void {
  closeFiles();
  showFiles(true);
}

function forget(): void {
  worker?.close();
  worker = null;
}

/** A server's log begins so, and is mostly zeros: how much of it counts its reader says. */
const LOG_MAGIC = 'ZKLG';

async function countedBytes(files: readonly File[]): Promise<number> {
  const bytes = files.map(async (file) => {
    // What cannot be read is told when it is opened.
    const head = await file
      .slice(0, LOG_MAGIC.length)
      .text()
      .catch(() => '');
    return head === LOG_MAGIC ? 0 : file.size;
  });
  return (await Promise.all(bytes)).reduce((sum, size) => sum + size, 0);
}

/** Reads these files instead of those that are open. */
export async function openFiles(files: readonly File[]): Promise<void> {
  forget();
  useOpenedFiles.setState({ ...NONE, shown: true });
  const mine = ++opened;
  const total = files.reduce((sum, { size }) => sum + size, 0);
  if (files.length > LIMITS.filesAtOnce) {
    useOpenedFiles.setState({
      status: 'failed',
      trouble: { code: 'many', detail: `${files.length}` },
    });
    return;
  }
  const done = beginWork();
  useOpenedFiles.setState({ status: 'opening', progress: { done: 0, total } });
  try {
    const counted = await countedBytes(files);
    if (mine !== opened) return;
    if (counted > LIMITS.fileBytes) {
      const trouble = { code: 'large' as const, detail: `${counted}` };
      useOpenedFiles.setState({ status: 'failed', trouble });
      return;
    }
    const own = new FilesWorker();
    worker = own;
    const { view, run } = await own.open(files, (bytes, all) => {
      if (mine === opened) useOpenedFiles.setState({ progress: { done: bytes, total: all } });
    });
    if (mine !== opened) return;
    const source: AskSource = {
      moment: `files ${mine}`,
      // What is asked when other files are being opened has no answer any more.
      ask: (question) => own.ask(question).catch(() => null),
    };
    useOpenedFiles.setState({ status: 'open', view, run, source });
  } catch (error) {
    if (mine !== opened) return;
    const detail = error instanceof Error ? error.message : String(error);
    useOpenedFiles.setState({ status: 'failed', trouble: { code: 'unreadable', detail } });
  } finally {
    done();
  }
}

/** The files among these that look like a server's: anything but JSON, whatever their names. */
export async function serverFiles(files: readonly File[]): Promise<readonly File[]> {
  const heads = await Promise.all(files.map((file) => file.slice(0, 64).text()));
  return files.filter(
    ({ name }, i) => !/\.json$/iu.test(name) && !/^\s*[[{]/u.test(heads[i] ?? ''),
  );
}
