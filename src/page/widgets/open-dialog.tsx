import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useTranslations } from 'use-intl';
import { useHeldRun } from '../sim/held-run.ts';
import { Button } from './button.tsx';
import type { DialogProps } from './dialog-props.ts';
import './dialog.css';

/** What a dialog is while it is open. */
export const OpenDialog = ({
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
