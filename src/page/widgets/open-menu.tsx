import type { RefObject } from 'react';
import { Menu as AriaMenu, MenuItem, Popover, Text } from 'react-aria-components';
import type { MenuEntry, MenuFocus } from './menu-entry.ts';
import './menu.css';

/** The entries of a menu, at its button. */
export const OpenMenu = (props: {
  button: RefObject<HTMLElement | null>;
  labelledBy: string;
  entries: readonly MenuEntry[];
  focus: MenuFocus;
  onClose: () => void;
}) => {
  const { button, labelledBy, entries, focus, onClose } = props;
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
        autoFocus={focus}
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
