import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../widgets/button.tsx';
import { DialogComing } from '../../widgets/dialog-coming.tsx';
import { later } from '../../widgets/later.tsx';

const Bridge = later(async () => (await import('./bridge.tsx')).Bridge, { Coming: DialogComing });

/** What lies have to do with the other labs. */
export const BridgeButton = () => {
  const t = useTranslations('byzantine.bridge');
  const [open, setOpen] = useState(false);
  return (
    <div className="row">
      <Button aria-haspopup="dialog" onPress={() => setOpen(true)}>
        {t('open')}
      </Button>
      {open && <Bridge onClose={() => setOpen(false)} />}
    </div>
  );
};
