/** What a step of a process outside ZooKeeper means: who holds its row or its key, and what it should not have done. */
import { outsideIn } from '../member.ts';
import type { MemberChange, MemberProcess } from '../member.ts';
import type { OutsideData } from '../../protocols/outside/data.ts';
import { tokenText } from '../../protocols/outside/token.ts';
import type { OutsideNews } from '../../protocols/outside/outside.ts';
import type { Holding } from '../../view/recipe-program.ts';
import type { Pid } from '../../view/time.ts';
import type { Draft } from './draft.ts';
import type { Held } from './holding.ts';

/** `T/1`, or `R1,R2,R3/lock`: of which processes what. */
function placeOf({ path }: Holding): { readonly names: readonly string[]; readonly key: string } {
  const cut = path.indexOf('/');
  return { names: path.slice(0, cut).split(','), key: path.slice(cut + 1) };
}

/** Whose a value is: `C1`, or `C1-` and whatever tells one attempt from another. */
const ownerIn = ({ config }: Draft, value: string): Pid | undefined =>
  [...config.nameOf].find(([, name]) => value === name || value.startsWith(`${name}-`))?.[0];

function valueIn(data: OutsideData, key: string): string | undefined {
  if (data.kind === 'table') return data.rows.find(({ id }) => id === key)?.owner;
  if (data.kind === 'redis') return data.keys.find((each) => each.key === key)?.value;
  return undefined;
}

/** Who has it at more than half of the processes that the holding names. */
function holderOf(draft: Draft, processes: readonly MemberProcess[], holding: Holding): Held[] {
  const { names, key } = placeOf(holding);
  const counts = new Map<Pid, number>();
  for (const { s } of processes) {
    const outside = outsideIn(s);
    if (outside === null || !names.includes(outside.config.setup.name)) continue;
    const value = valueIn(outside.data, key);
    const owner = value === undefined ? undefined : ownerIn(draft, value);
    if (owner !== undefined) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  }
  const found = [...counts].find(([, count]) => count > names.length / 2);
  return found === undefined ? [] : [{ what: holding.what, node: holding.path, owner: found[0] }];
}

/** Rows and keys are no paths of a tree. */
export const isOutside = ({ rule }: Pick<Holding, 'rule'>): boolean =>
  rule === 'row' || rule === 'key';

/** What is held at processes outside. */
export const heldOutside = (draft: Draft, processes: readonly MemberProcess[]): readonly Held[] =>
  draft.config.holdings.filter(isOutside).flatMap((each) => holderOf(draft, processes, each));

const newsIn = ({ did }: MemberChange): readonly OutsideNews[] => did as readonly OutsideNews[];

/** What such a process did that nobody should have asked of it, or that it should have refused. */
export function outsideNews(draft: Draft, change: MemberChange): void {
  for (const news of newsIn(change)) {
    if (news.kind === 'deleted') ownKey(draft, news.by, news.key, news.value);
    else if (news.kind === 'wrote') fenced(draft, change.pid, news);
  }
}

function ownKey(draft: Draft, by: Pid, key: string, value: string): void {
  const owner = ownerIn(draft, value);
  if (owner === undefined || owner === by) return;
  draft.wrong('R-OwnKey', `${draft.name(by)} deletes ${key}, which is ${draft.name(owner)}’s`);
}

/** A storage that compares tokens lets no smaller one through. */
function fenced(
  draft: Draft,
  pid: Pid,
  { writer, token, greatest }: OutsideNews & { readonly kind: 'wrote' },
): void {
  if (!draft.config.fenced.has(pid) || token === null || greatest === null) return;
  if (token >= greatest) return;
  const text = `${draft.name(writer)} writes with token ${tokenText(token)}, after ${tokenText(greatest)} has written`;
  draft.wrong('R-Fenced', text);
}
