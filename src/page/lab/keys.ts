import { useEffect } from 'react';
import { tinykeys } from 'tinykeys';
import { intervene, nextInteresting, restart, select, step, togglePlay } from '../sim/actions.ts';
import { useSim } from '../sim/store.ts';

/** Where letters are typed, the page's keys are off. */
const TYPING = 'input:not([type=checkbox]):not([type=radio]), textarea, [contenteditable=true]';
/** Widgets that have a use of their own for Space, Enter and the arrows. */
const OWN_KEYS =
  'button, a, select, summary, input, [role=button], [role=tab], [role=radio], [role=slider], [role=menuitem], [role=option], [role=treeitem], [role=separator], [role=listbox]';

const inside = (event: KeyboardEvent, what: string): boolean =>
  event.target instanceof Element && event.target.closest(what) !== null;

const killSelected = (): void => {
  const { selection, frame } = useSim.getState();
  if (selection?.kind !== 'process') return;
  const one = frame?.processes.find((process) => process.pid === selection.pid);
  if (one?.liveness === 'up' || one?.liveness === 'paused') {
    void intervene({ kind: 'kill', pid: one.pid });
  }
};

/** The lab's keys. `P` is kept free for the presenter. */
export const useKeys = (on: { stage: () => void; help: () => void; leave: () => void }): void => {
  useEffect(() => {
    const plain =
      (act: () => void, needsOwn = false) =>
      (event: KeyboardEvent): void => {
        if (inside(event, TYPING) || inside(event, '[role=dialog]')) return;
        if (needsOwn && inside(event, OWN_KEYS)) return;
        event.preventDefault();
        act();
      };
    return tinykeys(window, {
      Space: plain(togglePlay, true),
      ArrowRight: plain(() => void step(1), true),
      ArrowLeft: plain(() => void step(-1), true),
      'Shift+ArrowRight': plain(() => void nextInteresting(), true),
      Home: plain(() => void restart(), true),
      f: plain(on.stage),
      k: plain(killSelected),
      '?': plain(on.help),
      'Shift+?': plain(on.help),
      Escape: (event) => {
        if (event.defaultPrevented || inside(event, '[role=dialog]')) return;
        on.leave();
        select(null);
      },
    });
  }, [on]);
};
