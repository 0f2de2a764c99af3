import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ByzantineDetail } from '../../../view/byzantine.ts';
import { inOrder } from '../../../stage/byzantine/who.ts';
import type { Pid } from '../../../view/time.ts';
import { Button } from '../../widgets/button.tsx';
import { Check } from '../../widgets/check.tsx';
import { Dialog } from '../../widgets/dialog.tsx';
import { openSetup, withTraitors } from './runs.ts';

/** Who is a traitor; and what that means for so many generals and rounds. */
export const TraitorsDialog = (props: { detail: ByzantineDetail; onClose: () => void }) => {
  const t = useTranslations('byzantine.traitors');
  const { detail, onClose } = props;
  const all = inOrder(detail);
  const [chosen, setChosen] = useState<readonly Pid[]>(() =>
    all.filter(({ loyal }) => !loyal).map(({ pid }) => pid),
  );
  const { rounds, signed } = detail;
  const n = all.length;
  const enough = signed ? chosen.length <= rounds : chosen.length <= rounds && n > 3 * rounds;
  const apply = (): void => {
    onClose();
    void openSetup((setup) => withTraitors(setup, chosen));
  };
  return (
    <Dialog
      title={t('title')}
      onClose={onClose}
      actions={
        <Button kind="primary" onPress={apply}>
          {t('apply')}
        </Button>
      }
    >
      <p>{t('text')}</p>
      <fieldset className="traitors-choice">
        <legend className="vh">{t('title')}</legend>
        {all.map(({ pid, name }) => (
          <Check
            key={pid}
            label={pid === detail.commander ? t('commander', { name }) : t('lieutenant', { name })}
            checked={chosen.includes(pid)}
            onChange={(on) =>
              setChosen(on ? [...chosen, pid] : chosen.filter((one) => one !== pid))
            }
          />
        ))}
      </fieldset>
      <p className="quiet-text" role="status">
        {t(enough ? 'promised' : 'notPromised', {
          traitors: chosen.length,
          rounds: String(rounds),
          generals: String(n),
        })}
      </p>
    </Dialog>
  );
};
