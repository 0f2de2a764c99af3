import { useEffect } from 'react';
import { tinykeys } from 'tinykeys';
import { followFocus, focusedByPointer } from '../browser/focus-by-pointer.ts';
import { intervene, nextInteresting, restart, select, step } from '../sim/actions.ts';
import { setMenuOpen } from './stage/menu-open.ts';
import { useSim } from '../sim/store.ts';
import { redo, undo } from '../sim/undo.ts';
import type { Described, PageKey } from './own-keys.ts';
import { isOwnKey } from './own-keys.ts';

const described = (element: Element): Described => ({
  tag: element.localName,
  role: element.getAttribute('role'),
  type: element.getAttribute('type'),
  editable: element instanceof HTMLElement && element.isContentEditable,
});

/** The focused element and what it stands in, from inside. */
const pathOf = (target: EventTarget | null): readonly Described[] => {
  const path: Described[] = [];
  for (let one = target instanceof Element ? target : null; one !== null; one = one.parentElement) {
    path.push(described(one));
  }
  return path;
};

/** What Escape closes by itself. */
const OVER_THE_PAGE = '[role=dialog], [role=menu], [role=listbox]';

const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

const inside = (event: KeyboardEvent, what: string): boolean =>
  event.target instanceof Element && event.target.closest(what) !== null;

const isOwn = ({ target }: Event, key: PageKey): boolean =>
  isOwnKey(pathOf(target), key, focusedByPointer(target));

const menuOfSelected = (): void => {
  const kind = useSim.getState().selection?.kind;
  if (kind === 'process' || kind === 'message') setMenuOpen(true);
};

const endSelected = (kind: 'kill' | 'power-off'): void => {
  const { selection, frame } = useSim.getState();
  if (selection?.kind !== 'process') return;
  const one = frame?.processes.find((process) => process.pid === selection.pid);
  if (one?.liveness === 'up' || one?.liveness === 'paused') {
    void intervene({ kind, pid: one.pid });
  }
};

/** The lab's keys. `P` is kept free for the presenter. */
export const useKeys = (on: {
  stage: () => void;
  help: () => void;
  leave: () => void;
  goOn: () => void;
  /** Counts a room's hands. */
  hands: () => void;
  /** 1 to 9. */
  digit: (digit: number) => void;
}): void => {
  useEffect(() => {
    const page =
      (key: PageKey, act: () => void) =>
      (event: KeyboardEvent): void => {
        if (isOwn(event, key)) return;
        event.preventDefault();
        act();
      };
    // A browser presses a button when Space is let go: not where Space was the page's.
    const keyup = (event: KeyboardEvent): void => {
      if (event.key === ' ' && focusedByPointer(event.target) && !isOwn(event, 'space')) {
        event.preventDefault();
      }
    };
    window.addEventListener('keyup', keyup);
    const stopFollowing = followFocus();
    const stopKeys = tinykeys(window, {
      Space: page('space', on.goOn),
      ArrowRight: page('arrows', () => void step(1)),
      ArrowLeft: page('arrows', () => void step(-1)),
      'Shift+ArrowRight': page('arrows', () => void nextInteresting()),
      Home: page('home', () => void restart()),
      '$mod+z': page('letter', () => void undo()),
      '$mod+Shift+z': page('letter', () => void redo()),
      '$mod+y': page('letter', () => void redo()),
      ...Object.fromEntries(
        DIGITS.map((digit) => [String(digit), page('letter', () => on.digit(digit))]),
      ),
      f: page('letter', on.stage),
      h: page('letter', on.hands),
      k: page('letter', () => endSelected('kill')),
      'Shift+k': page('letter', () => endSelected('power-off')),
      m: page('letter', menuOfSelected),
      '?': page('letter', on.help),
      'Shift+?': page('letter', on.help),
      Escape: (event) => {
        if (event.defaultPrevented || inside(event, OVER_THE_PAGE)) return;
        on.leave();
        select(null);
      },
    });
    return () => {
      window.removeEventListener('keyup', keyup);
      stopFollowing();
      stopKeys();
    };
  }, [on]);
};
