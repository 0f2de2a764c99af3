/** What a line at the server's own machine asks for. */
export type ShellLine =
  /** `zkServer.sh status`. */
  | { readonly kind: 'script'; readonly verb: string }
  /** `ruok`, or as one would really send it: `echo ruok | nc localhost 2181`. */
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unknown'; readonly name: string };

const SCRIPT = /^(?:\S*\/)?zkServer\.sh(?:\s+(?<verb>\S+))?/u;
const PIPE = /^echo\s+(?:-n\s+)?(?<quote>["']?)(?<word>\w{4})\k<quote>\s*\|\s*nc\b/u;
const WORD = /^[a-z]{4}(?: \S+)?$/u;

/** @param words those that there are */
export function shellLine(line: string, words: readonly string[]): ShellLine {
  const text = line.trim();
  if (text === '') return { kind: 'nothing' };
  const script = SCRIPT.exec(text);
  if (script !== null) return { kind: 'script', verb: script.groups?.['verb'] ?? '' };
  const piped = PIPE.exec(text)?.groups?.['word'];
  if (piped !== undefined) return { kind: 'word', word: piped };
  const [name = ''] = text.split(/\s/u);
  if (WORD.test(text) && words.includes(name)) return { kind: 'word', word: text };
  return { kind: 'unknown', name };
}

/** What the word before the cursor may become. */
export function shellCompletion(
  line: string,
  cursor: number,
  words: readonly string[],
): { readonly from: number; readonly candidates: readonly string[] } {
  const before = line.slice(0, cursor);
  const from = before.lastIndexOf(' ') + 1;
  const script = /^zkServer\.sh\s/u.test(before);
  const all = script ? VERBS : ['zkServer.sh', ...words];
  const start = before.slice(from);
  return { from, candidates: all.filter((word) => word.startsWith(start)) };
}

/** The verbs of the script that make sense here, in the order of a server's life. */
export const VERBS: readonly string[] = ['start', 'status', 'restart', 'stop', 'version'];
