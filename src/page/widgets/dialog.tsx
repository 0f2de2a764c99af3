import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { Button } from './button.tsx';
import './dialog.css';

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** Buttons at the end, besides Close. */
  actions?: ReactNode;
  /** For what needs the room: a plot, a table. */
  wide?: boolean;
}

/** A modal dialog named by its title; rendered only while open. Escape and a press outside close. */
export const Dialog = ({ title, onClose, children, actions, wide = false }: DialogProps) => {
  const t = useTranslations('app');
  return (
    <ModalOverlay
      className="veil"
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={wide ? 'modal modal-wide' : 'modal'}>
        <AriaDialog className="dialog">
          <Heading slot="title" className="dialog-title">
            {title}
          </Heading>
          {children}
          <div className="dialog-actions">
            {actions}
            <Button onPress={onClose}>{t('close')}</Button>
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
};
