/**
 * Whom each server's own file lists. A case says it in `config.lists`; those that were recorded before there
 * was such a field say it in their description, in sentences such as "1 and 2 do not list server 3; 3 lists
 * all three".
 */
import type { Pid } from '../../view/time.ts';
import { BadCase } from './json.ts';
import type { Field } from './json.ts';

/** By sid; who is not in it lists all. */
export type Lists = ReadonlyMap<Pid, readonly Pid[]>;

/** @throws BadCase */
export function readLists(file: Field, servers: number): Lists {
  const all = Array.from({ length: servers }, (_, index) => index + 1);
  const field = file.at('config').at('lists');
  if (!field.missing) return fieldLists(field, all);
  const description = file.at('description');
  return description.missing ? new Map() : toldLists(description, all);
}

function fieldLists(field: Field, all: readonly Pid[]): Lists {
  const lists = new Map<Pid, readonly Pid[]>();
  for (const [key, listed] of field.entries()) {
    const sids = listed.list().map((each) => {
      const sid = each.number();
      if (!all.includes(sid)) throw new BadCase(each.path, `a server from 1 to ${all.length}`);
      return sid;
    });
    if (!all.includes(Number(key)))
      throw new BadCase(listed.path, `a server from 1 to ${all.length}`);
    if (!sids.includes(Number(key))) throw new BadCase(listed.path, 'a file lists its own server');
    lists.set(Number(key), sids);
  }
  return lists;
}

const SIDS = String.raw`(?:servers? )?\d+(?:(?:, and |, | and )(?:servers? )?\d+)*`;
const WHO = String.raw`(?:${SIDS}|(?:all )?(?:the )?others|nobody(?: else)?)`;
const LEAVES_OUT = new RegExp(`^(${WHO}) (?:do|does)(?: not|n't) list (${SIDS})$`, 'iu');
const LEFT_OUT = new RegExp(
  `^(${SIDS}) (?:is|are) (?:not listed|unlisted) (?:by|in the (?:files?|lists?) of) (${WHO})$`,
  'iu',
);
const LISTS = new RegExp(`^(${WHO}) lists? (?:only )?(itself|all(?: \\w+)?|${SIDS})$`, 'iu');

/** Clauses that say nothing of lists, or in other words, change nothing. */
function toldLists(description: Field, all: readonly Pid[]): Lists {
  const lists = new Map<Pid, readonly Pid[]>();
  const leaveOut = (who: readonly Pid[], out: readonly Pid[]): void => {
    for (const sid of who)
      lists.set(
        sid,
        (lists.get(sid) ?? all).filter((each) => !out.includes(each)),
      );
  };
  const clauses = description
    .text()
    .split(/[;.]\s*|,? (?:but|while|whereas) /u)
    .map((clause) => clause.trim());
  for (const clause of clauses) {
    const [, ones = '', missing = ''] = LEAVES_OUT.exec(clause) ?? [];
    if (missing !== '') leaveOut(whoIn(ones, all, sidsIn(missing)), sidsIn(missing));
    const [, absent = '', by = ''] = LEFT_OUT.exec(clause) ?? [];
    if (by !== '') leaveOut(whoIn(by, all, sidsIn(absent)), sidsIn(absent));
    const [, listing = '', listed = ''] = LISTS.exec(clause) ?? [];
    if (listed === '' || /^all\b/iu.test(listed)) continue;
    // "Nobody else lists server 3" leaves it out of all other files.
    if (/^nobody/iu.test(listing)) leaveOut(whoIn(listing, all, sidsIn(listed)), sidsIn(listed));
    else
      for (const sid of whoIn(listing, all, sidsIn(listed)))
        lists.set(sid, listed.toLowerCase() === 'itself' ? [sid] : sidsIn(listed));
  }
  for (const [sid, listed] of lists) {
    const unknown = [sid, ...listed].find((each) => !all.includes(each));
    if (unknown !== undefined)
      throw new BadCase(description.path, `there is no server ${unknown} in this case`);
    if (!listed.includes(sid))
      throw new BadCase(description.path, `the file of server ${sid} lists the server itself`);
  }
  return lists;
}

const sidsIn = (text: string): readonly Pid[] => (text.match(/\d+/gu) ?? []).map(Number);

/** @param about of whom it is said: the others are the others than these */
function whoIn(text: string, all: readonly Pid[], about: readonly Pid[]): readonly Pid[] {
  const named = sidsIn(text);
  return named.length > 0 ? named : all.filter((sid) => !about.includes(sid));
}
