import type { ReactNode } from 'react';
import {
  Button,
  Menu as AriaMenu,
  MenuItem,
  MenuTrigger,
  Popover,
  Text,
} from 'react-aria-components';
import './button.css';
import './menu.css';

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  /** Shows the entry as the chosen one of a set. */
  readonly chosen?: boolean;
  /** Why it cannot be chosen now. */
  readonly reason?: string | null;
  readonly onPress: () => void;
}

/** A button that opens a menu. `label` names the button when its content is no text. */
export const Menu = (props: {
  label?: string;
  children: ReactNode;
  entries: readonly MenuEntry[];
  className?: string;
  /** Where something else than its button opens it too. */
  isOpen?: boolean;
  onOpenChange?: (open: boolean) => void;
}) => (
  <MenuTrigger
    {...(props.isOpen === undefined ? {} : { isOpen: props.isOpen })}
    {...(props.onOpenChange === undefined ? {} : { onOpenChange: props.onOpenChange })}
  >
    <Button
      className={props.className ?? 'btn btn-quiet'}
      {...(props.label === undefined ? {} : { 'aria-label': props.label })}
    >
      {props.children}
    </Button>
    <Popover className="popover">
      <AriaMenu
        className="menu"
        {...(props.isOpen === undefined ? {} : { autoFocus: 'first' as const })}
        onAction={(key) => props.entries.find((entry) => entry.id === key)?.onPress()}
      >
        {props.entries.map((entry) => (
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
  </MenuTrigger>
);
