/** OM(m): what a lieutenant does with words that anybody may have made up. */
import type { Edit } from '../../kernel/edit.ts';
import { say } from './facts.ts';
import { edit, treeOf } from './general.ts';
import type { General, GeneralEvent } from './general.ts';
import { AWAITED, judgeOf, MISSING, worthOf } from './majority.ts';
import type { Said } from './messages.ts';
import { keyOf, others } from './paths.ts';
import { closeRound, counted, passOn } from './rounds.ts';
import { through } from './speaking.ts';
import type { Word } from './speaking.ts';

/** Absences of one step that are told one by one. */
const TOLD = 6;

const saidOf = (e: GeneralEvent): Said => e.message as Said;

/** A message that still counts: its round is under way, and it is the first along its path. */
export const isInTime = (s: General, e: GeneralEvent): boolean => {
  const { path } = saidOf(e);
  const place = treeOf(s.config, s.pid).placeOf.get(keyOf(path));
  return place !== undefined && path.length > s.ended && s.heard[place] === AWAITED;
};

export function hear(s: General, e: GeneralEvent): General {
  const { path, value } = saidOf(e);
  const { config } = s;
  const place = treeOf(config, s.pid).placeOf.get(keyOf(path)) ?? 0;
  const next = edit(s);
  next.heard = s.heard.with(place, config.values.indexOf(value));
  next.came = counted(s, e.from);
  e.io.did({ did: 'heard', round: path.length });
  if (e.io.explaining) say(e, 'heard', { from: e.from, ...through(config, path), value });
  return next;
}

export function explainUnheard(s: General, e: GeneralEvent): void {
  const { path, value } = saidOf(e);
  e.io.did({ did: 'heard', round: path.length });
  if (!e.io.explaining) return;
  const place = treeOf(s.config, s.pid).placeOf.get(keyOf(path)) ?? 0;
  const twice = (s.heard[place] ?? AWAITED) >= 0;
  const said = { from: e.from, value };
  say(e, twice ? 'heard-twice' : 'too-late', said);
}

/** What did not come in the round that is over was not said. */
function close(s: General, e: GeneralEvent): Edit<General> {
  const next = closeRound(s, e);
  const { levels, paths } = treeOf(s.config, s.pid);
  const heard = [...s.heard];
  let absent = 0;
  for (let place = 0; place < (levels[next.ended] ?? 0); place++) {
    if (heard[place] !== AWAITED) continue;
    heard[place] = MISSING;
    if (absent++ >= TOLD || !e.io.explaining) continue;
    const path = paths[place] ?? [];
    const from = path.at(-1) ?? 0;
    say(e, 'absent', { ...through(s.config, path), from, value: s.config.fallback });
  }
  next.heard = heard;
  if (absent > TOLD && e.io.explaining)
    say(e, 'absent-many', { count: absent - TOLD, value: s.config.fallback });
  return next;
}

/** Tells everybody else what was heard along each path of the round that is over. */
export function relay(s: General, e: GeneralEvent): General {
  const next = close(s, e);
  const { config, pid } = s;
  const { levels, paths } = treeOf(config, pid);
  const words: Word[] = [];
  for (let place = levels[next.ended - 1] ?? 0; place < (levels[next.ended] ?? 0); place++) {
    const path = [...(paths[place] ?? []), pid];
    const truth = config.values[next.heard[place] ?? MISSING] ?? config.fallback;
    for (const to of others(config.pids, path)) words.push({ path, to, truth });
  }
  passOn(next, e, words, () => false);
  return next;
}

export function decide(s: General, e: GeneralEvent): General {
  const next = close(s, e);
  const { config, pid } = s;
  if (config.traitors.has(pid)) return next;
  const tree = treeOf(config, pid);
  const { worth, ties } = worthOf(judgeOf(config), tree, next.heard);
  const value = config.values[worth[0] ?? -1] ?? config.fallback;
  const alone = tree.paths.length === 1;
  next.decided = value;
  next.how = alone ? 'told' : ties.includes(0) ? 'tie' : 'majority';
  if (!e.io.explaining) return next;
  if (alone) {
    say(e, 'decided-told', { value });
    return next;
  }
  const below = (tree.below[0] ?? []).map((place) => worth[place] ?? -1);
  const told = next.heard[0] ?? MISSING;
  const votes = [told === MISSING ? config.values.length - 1 : told, ...below];
  const listed = config.values.flatMap((each, index) => {
    const many = votes.filter((vote) => vote === index).length;
    return many === 0 ? [] : [`${each} ${many}`];
  });
  const said = { value, votes: listed.join(', ') };
  if (next.how === 'tie') say(e, 'decided-tie', { ...said, tie: config.tie });
  else say(e, 'decided', said);
  return next;
}
