import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { useHeldRun } from '../sim/held-run.ts';
import { Button } from './button.tsx';
import './dialog.css';

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** Buttons at the end, besides Close. */
  actions?: ReactNode;
  /** What must be seen where one acts: it stays in view above the buttons. */
  note?: ReactNode;
  /** `wide` for what needs the room: a plot, a table; `whole` for what is a screen of its own. */
  size?: 'usual' | 'wide' | 'whole';
}

/**
 * A modal dialog named by its title; rendered only while open. Escape and a press outside close. It
 * covers the stage, so the run waits until it is closed.
 */
export const Dialog = ({
  title,
  onClose,
  children,
  actions,
  note,
  size = 'usual',
}: DialogProps) => {
  const t = useTranslations('app');
  useHeldRun();
  return (
    <ModalOverlay
      className="veil"
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={`modal modal-${size}`}>
        <AriaDialog className="dialog">
          <Heading slot="title" className="dialog-title">
            {title}
          </Heading>
          {children}
          <div className="dialog-actions">
            {note !== undefined && <div className="dialog-note">{note}</div>}
            {actions}
            <Button onPress={onClose}>{t('close')}</Button>
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
};
