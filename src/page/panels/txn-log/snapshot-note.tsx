import { useTranslations } from 'use-intl';
import type { Zxid } from '../../../view/zxid.ts';
import { zxidHex, zxidText } from '../../../view/zxid.ts';
import { Button } from '../../widgets/button.tsx';

/** What a snapshot is, and what a restart does with it. */
export const SnapshotNote = (props: { zxid: Zxid; durable: boolean; onClose: () => void }) => {
  const t = useTranslations('txnLog');
  const zxid = zxidText(props.zxid);
  return (
    <section className="record" aria-label={t('snapshotName', { zxid })}>
      <header className="row record-head">
        <h3>snapshot.{zxidHex(props.zxid).slice(2)}</h3>
        <Button kind="quiet" onPress={props.onClose}>
          {t('close')}
        </Button>
      </header>
      <p>{t('snapshot', { zxid })}</p>
      {!props.durable && <p>{t('snapshotNotDurable')}</p>}
    </section>
  );
};
