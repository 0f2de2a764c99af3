import { useTranslations } from 'use-intl';
import type { Zxid } from '../../../view/zxid.ts';
import { zxidHex, zxidText } from '../../../view/zxid.ts';
import { Hint } from '../../widgets/hint.tsx';

/** A zxid; what ZooKeeper prints for it shows on hover and on focus. */
export const ZxidText = (props: { zxid: Zxid }) => {
  const t = useTranslations('panels.inspector');
  const zxid = zxidText(props.zxid);
  return (
    <Hint text={t('hex', { zxid, hex: zxidHex(props.zxid) })}>
      <span>{zxid}</span>
    </Hint>
  );
};
