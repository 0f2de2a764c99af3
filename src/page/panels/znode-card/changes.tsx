import { useTranslations } from 'use-intl';
import type { Pid } from '../../../view/time.ts';
import type { NodeChange } from '../../../view/zookeeper-ask.ts';
import { zxidText } from '../../../view/zxid.ts';
import { seekTo } from '../../sim/seeking.ts';
import { Button } from '../../widgets/button.tsx';

/** Transactions that changed a node; a press goes to the moment at which it was applied. */
export const Changes = (props: {
  changes: readonly NodeChange[];
  more: number;
  nameOf: (pid: Pid) => string;
}) => {
  const t = useTranslations('znodeCard');
  const who = ({ client, session }: NodeChange): string => {
    if (client !== null) return props.nameOf(client);
    return session === '0x0' ? t('who.server') : t('who.session', { session });
  };
  return (
    <ul className="znode-changes">
      {props.more > 0 && <li>{t('more', { count: props.more })}</li>}
      {props.changes.map((change) => {
        const { step, what, path } = change;
        const zxid = zxidText(change.zxid);
        return (
          <li key={`${zxid} ${what} ${path}`}>
            <Button
              kind="quiet"
              aria-label={t('jump', { zxid })}
              title={t('jump', { zxid })}
              disabledReason={step === null ? t('cannotJump', { zxid }) : null}
              onPress={() => {
                if (step !== null) void seekTo(step + 1);
              }}
            >
              {zxid}
            </Button>{' '}
            {t(`change.${what}`, { path, who: who(change) })}
          </li>
        );
      })}
    </ul>
  );
};
