import type { KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';

const isCount = (element: Element): element is HTMLInputElement =>
  element instanceof HTMLInputElement && element.classList.contains('hand-count');

/** To the first option's hands, to be counted by keyboard; nothing where no question stands. */
export const beginCounting = (): void => focusOn(document.querySelector('.hand-count'));

const focusOn = (count: Element | null | undefined): void => {
  if (count === null || count === undefined || !isCount(count)) return;
  count.focus();
  count.select();
};

const leave = (from: Element): void => {
  const room = from.closest('main');
  if (room instanceof HTMLElement) room.focus({ preventScroll: true });
};

/** Enter goes to the next option's hands, and from the last one back to the room's keys. */
const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
  const { currentTarget: count, key } = event;
  if (key !== 'Enter' && key !== 'Escape') return;
  event.preventDefault();
  const all = [...(count.closest('[role=radiogroup]')?.querySelectorAll('.hand-count') ?? [])];
  const next = key === 'Enter' ? all[all.indexOf(count) + 1] : undefined;
  if (next === undefined) leave(count);
  else focusOn(next);
};

/** How many raised a hand for an option: a bar, and the count, which is typed where it stands. */
export const HandCount = (props: {
  /** In words. */
  option: string;
  hands: number;
  /** How much of its place the bar takes, 0 to 1. */
  bar: number;
  onHands: (hands: number) => void;
}) => {
  const t = useTranslations('panels.lesson');
  return (
    <div className="hands">
      <span className="hands-bar" style={{ width: `${props.bar * 100}%` }} />
      <input
        className="hand-count"
        type="number"
        min={0}
        inputMode="numeric"
        placeholder="–"
        aria-label={t('handsFor', { option: props.option })}
        value={props.hands === 0 ? '' : props.hands}
        onChange={({ target }) => props.onHands(target.valueAsNumber)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
};
