import { useId, useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { later } from './later.tsx';
import type { MenuEntry, MenuFocus } from './menu-entry.ts';
import './button.css';

const OpenMenu = later(async () => (await import('./open-menu.tsx')).OpenMenu);

/** A button that opens a menu. `label` names the button when its content is no text. */
export const Menu = (props: {
  label?: string;
  children: ReactNode;
  entries: readonly MenuEntry[];
  className?: string;
  /** Where something else than its button opens it too. */
  isOpen?: boolean;
  onOpenChange?: (open: boolean) => void;
}) => {
  const { label, entries, isOpen, onOpenChange } = props;
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [pressed, setPressed] = useState(false);
  const [focus, setFocus] = useState<MenuFocus>('first');
  const open = isOpen ?? pressed;
  const change = (next: boolean): void => {
    setPressed(next);
    onOpenChange?.(next);
  };
  const openAt = (place: MenuFocus): void => {
    setFocus(place);
    change(true);
  };
  const onClick = ({ detail }: MouseEvent): void => {
    if (open) change(false);
    // A key's click counts no presses; what is opened from elsewhere, too, begins at its first entry.
    else openAt(detail === 0 || isOpen !== undefined ? 'first' : true);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    event.stopPropagation();
    openAt(event.key === 'ArrowDown' ? 'first' : 'last');
  };
  return (
    <>
      <button
        ref={button}
        id={id}
        type="button"
        className={props.className ?? 'btn btn-quiet'}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={onClick}
        onKeyDown={onKeyDown}
        {...(label === undefined ? {} : { 'aria-label': label })}
      >
        {props.children}
      </button>
      {open && (
        <OpenMenu
          button={button}
          labelledBy={id}
          entries={entries}
          focus={focus}
          onClose={() => change(false)}
        />
      )}
    </>
  );
};
