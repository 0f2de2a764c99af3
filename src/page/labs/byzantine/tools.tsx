import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ByzantineDetail } from '../../../view/byzantine.ts';
import { acts } from '../../lab-frame/acts.ts';
import { isolated } from '../../panels/network/groups.ts';
import { NetworkButtons } from '../../panels/network/network-buttons.tsx';
import { useCannotAct } from '../../panels/cannot-act.ts';
import { useLabFrame } from '../../sim/selectors.ts';
import { Button } from '../../widgets/button.tsx';
import { DialogComing } from '../../widgets/dialog-coming.tsx';
import { later } from '../../widgets/later.tsx';
import { lookWith, useLooked } from './looked.ts';
import { openSetup } from './runs.ts';

const TraitorsDialog = later(async () => (await import('./traitors-dialog.tsx')).TraitorsDialog, {
  Coming: DialogComing,
});

/** Who lies, whether messages are signed, with whose eyes one looks, and faults of the network. */
export const ByzantineTools = () => {
  const t = useTranslations('byzantine.tools');
  const frame = useLabFrame<ByzantineDetail>();
  const eyes = useLooked((s) => s.eyes);
  const [open, setOpen] = useState(false);
  const cannot = useCannotAct();
  if (frame === null) return null;
  const { detail } = frame;
  const pids = frame.processes.map(({ pid }) => pid);
  const cuts = detail.generals.map(({ pid, name }) => ({
    label: t('alone', { name }),
    sides: isolated(pids, pid),
    impossible: '',
  }));
  return (
    <>
      {detail.two === null && (
        <>
          {eyes !== null && (
            <Button kind="quiet" onPress={() => lookWith(null)}>
              {t('seeAll')}
            </Button>
          )}
          <Button
            kind="quiet"
            aria-haspopup="dialog"
            disabledReason={cannot}
            onPress={() => setOpen(true)}
          >
            {t('traitors')}
          </Button>
          <Button
            kind="quiet"
            disabledReason={cannot}
            onPress={() => void openSetup((setup) => ({ ...setup, signed: !detail.signed }))}
          >
            {t(detail.signed ? 'unsign' : 'sign')}
          </Button>
        </>
      )}
      <NetworkButtons frame={frame} cuts={cuts} acts={acts} />
      {open && <TraitorsDialog detail={detail} onClose={() => setOpen(false)} />}
    </>
  );
};
