import { useRef } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { useMenuTrigger } from 'react-aria/useMenu';
import { useMenuTriggerState } from 'react-stately/useMenuTriggerState';
import { later } from './later.tsx';
import type { MenuEntry } from './menu-entry.ts';
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
  const button = useRef<HTMLButtonElement>(null);
  const state = useMenuTriggerState({
    ...(isOpen === undefined ? {} : { isOpen }),
    ...(onOpenChange === undefined ? {} : { onOpenChange }),
  });
  const { menuTriggerProps, menuProps } = useMenuTrigger({}, state, button);
  return (
    <>
      <Button
        {...menuTriggerProps}
        ref={button}
        className={props.className ?? 'btn btn-quiet'}
        {...(label === undefined ? {} : { 'aria-label': label })}
      >
        {props.children}
      </Button>
      {state.isOpen && (
        <OpenMenu
          button={button}
          entries={entries}
          // What is opened from elsewhere, too, begins at its first entry.
          menu={isOpen === undefined ? menuProps : { ...menuProps, autoFocus: 'first' }}
          onClose={() => state.close()}
        />
      )}
    </>
  );
};
