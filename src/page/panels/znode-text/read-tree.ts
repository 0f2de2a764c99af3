import type { WrittenNode } from '../../../view/written-node.ts';
import type { ZooKeeperNodeSetup } from '../../../view/zookeeper-setup.ts';
import { readLine } from './line.ts';
import type { Wrong } from './line.ts';

/** Lines read before the page may draw again. */
const STRETCH = 2000;
/** Notes of each kind that are kept; the others are counted. */
const MOST_NOTES = 50;

/** What a line makes impossible, or leaves out; words stand under `znodeText`. */
export interface Note {
  readonly line: number;
  /** `wrong`: nothing is opened until it is mended; `left`: the tree is opened without this node. */
  readonly kind: 'wrong' | 'left';
  readonly code:
    | Wrong['code']
    | 'name'
    | 'twice'
    | 'orphan'
    | 'ephemeral'
    | 'ttl-node'
    | 'bytes'
    | 'own'
    | 'below';
  readonly found: string;
}

export interface ReadTree {
  readonly nodes: readonly ZooKeeperNodeSetup[];
  /** The line of each node. */
  readonly lines: readonly number[];
  readonly notes: readonly Note[];
  readonly wrong: number;
  readonly left: number;
}

const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

/** What cannot be in a path at all; the server knows the rest [PathUtils.validatePath]. */
const badName = (path: string): boolean =>
  path.length > 1 && (/\/(?:\/|$|\.{1,2}(?:\/|$))/u.test(path) || /\p{Cc}/u.test(path));

const isOwn = (path: string): boolean =>
  path === '/' || path === '/zookeeper' || path.startsWith('/zookeeper/');

/** Why a new run cannot begin with a node that is right in itself; null: it can. */
const leftOut = ({ path, kind, data }: WrittenNode): Note['code'] | null => {
  // Every server has these from the beginning.
  if (isOwn(path)) return 'own';
  // It belongs to a session, and a new run has none yet.
  if (kind === 'ephemeral') return 'ephemeral';
  if (kind === 'ttl') return 'ttl-node';
  return data !== null && 'hex' in data ? 'bytes' : null;
};

class Reader {
  readonly nodes: ZooKeeperNodeSetup[] = [];
  readonly lines: number[] = [];
  readonly notes: Note[] = [];
  readonly counts = { wrong: 0, left: 0 };
  private readonly known = new Set<string>(['']);
  private readonly left = new Set<string>();

  line(text: string, line: number): void {
    const read = readLine(text);
    if (read === null) return;
    if ('wrong' in read) this.note(line, 'wrong', read.wrong.code, read.wrong.found);
    else this.node(read.node, line);
  }

  private node(node: WrittenNode, line: number): void {
    const { path, kind, data } = node;
    const note = (how: Note['kind'], code: Note['code']): void => this.note(line, how, code, path);
    if (badName(path)) return note('wrong', 'name');
    if (this.known.has(path) || this.left.has(path)) return note('wrong', 'twice');
    const why = leftOut(node);
    if (why !== null) {
      this.left.add(path);
      return note('left', why);
    }
    if (this.left.has(parentOf(path))) {
      this.left.add(path);
      return note('left', 'below');
    }
    if (!this.known.has(parentOf(path))) return note('wrong', 'orphan');
    this.known.add(path);
    this.lines.push(line);
    const text = data !== null && 'text' in data ? { data: data.text } : {};
    this.nodes.push({ path, ...text, ...(kind === 'container' ? { mode: kind } : {}) });
    return undefined;
  }

  private note(line: number, kind: Note['kind'], code: Note['code'], found: string): void {
    this.counts[kind]++;
    if (this.counts[kind] > MOST_NOTES) return;
    this.notes.push({
      line,
      kind,
      code,
      found: found.length > 80 ? `${found.slice(0, 80)}…` : found,
    });
  }
}

/**
 * Reads a tree line by line; lets the page draw in between, so that 100,000 lines do not stop it.
 * @param progress is told how many lines were read, of how many
 */
export const readTree = async (
  text: string,
  progress: (read: number, of: number) => void = () => undefined,
): Promise<ReadTree> => {
  const lines = text.split(/\r?\n/u);
  const reader = new Reader();
  for (let from = 0; from < lines.length; from += STRETCH) {
    lines.slice(from, from + STRETCH).forEach((line, i) => reader.line(line, from + i + 1));
    progress(Math.min(from + STRETCH, lines.length), lines.length);
    if (from + STRETCH < lines.length) await pause();
  }
  const { nodes, notes, counts } = reader;
  return { nodes, lines: reader.lines, notes, ...counts };
};

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
