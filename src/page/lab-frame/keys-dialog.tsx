import { useTranslations } from 'use-intl';
import { Dialog } from '../widgets/dialog.tsx';
import './keys-dialog.css';

/** What each key does. */
export const KeysDialog = (props: { onClose: () => void }) => {
  const t = useTranslations('lab.keys');
  const rows = [
    [t('space'), t('play')],
    ['→', t('forward')],
    ['←', t('back')],
    [`${t('shift')} →`, t('next')],
    [t('home'), t('restart')],
    [`${t('mod')} Z`, t('undo')],
    [`${t('mod')} ${t('shift')} Z`, t('redo')],
    ['F', t('stage')],
    ['H', t('hands')],
    ['K', t('kill')],
    [`${t('shift')} K`, t('powerOff')],
    ['M', t('menu')],
    ['↑ ↓', t('messages')],
    ['?', t('help')],
    [t('esc'), t('close')],
  ] as const;
  return (
    <Dialog title={t('title')} onClose={props.onClose}>
      <dl className="keys">
        {rows.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd className="kbd">{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet-text">{t('focus')}</p>
    </Dialog>
  );
};
