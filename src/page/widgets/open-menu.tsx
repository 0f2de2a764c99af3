import type { RefObject } from 'react';
import { Menu as AriaMenu, MenuItem } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Text } from 'react-aria-components/Text';
import type { AriaMenuOptions } from 'react-aria/useMenu';
import type { MenuEntry } from './menu-entry.ts';
import './menu.css';

/** The entries of a menu, at its button. */
export const OpenMenu = (props: {
  button: RefObject<HTMLElement | null>;
  /** What the library's trigger tells of the menu: who names it, and what has the focus first. */
  menu: AriaMenuOptions<unknown>;
  entries: readonly MenuEntry[];
  onClose: () => void;
}) => {
  const { button, menu, entries, onClose } = props;
  const { 'aria-labelledby': labelledBy = '', autoFocus = true } = menu;
  return (
    <Popover
      className="popover"
      trigger="MenuTrigger"
      triggerRef={button}
      placement="bottom start"
      isOpen
      aria-labelledby={labelledBy}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <AriaMenu
        className="menu"
        aria-labelledby={labelledBy}
        autoFocus={autoFocus}
        onAction={(key) => entries.find((entry) => entry.id === key)?.onPress()}
        onClose={onClose}
      >
        {entries.map((entry) => (
          <MenuItem
            key={entry.id}
            id={entry.id}
            className="menu-item"
            textValue={entry.label}
            isDisabled={typeof entry.reason === 'string'}
          >
            <span className="menu-mark" aria-hidden>
              {entry.chosen === true ? '✓' : ''}
            </span>
            {typeof entry.reason === 'string' ? (
              <span>
                <Text slot="label">{entry.label}</Text>
                <Text slot="description" className="menu-reason">
                  {entry.reason}
                </Text>
              </span>
            ) : (
              entry.label
            )}
          </MenuItem>
        ))}
      </AriaMenu>
    </Popover>
  );
};
