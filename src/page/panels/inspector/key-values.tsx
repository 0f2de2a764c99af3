import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { claimColour } from '../../../stage/colours.ts';
import { HIDDEN, veiled } from '../../../stage/veil.ts';
import type { Veil } from '../../../stage/veil.ts';
import type { PeerView } from '../../../view/election.ts';
import type { VeiledField } from '../../../view/prediction.ts';
import type { Pid } from '../../../view/time.ts';
import type { Zxid } from '../../../view/zxid.ts';
import { zxidText } from '../../../view/zxid.ts';
import { OneStop } from '../../widgets/one-stop.tsx';
import { Term } from '../../widgets/term.tsx';
import type { TermId } from '../../words/words.ts';
import { ZxidText } from './zxid-text.tsx';

/** What matters most of a server: round, vote (an observer’s counts nowhere), epoch, zxid, leader, phase. */
export const KeyValues = (props: {
  server: PeerView & { readonly sid: Pid; readonly zxid: Zxid };
  name: (pid: Pid) => string;
  veil: Veil | undefined;
}) => {
  const t = useTranslations('panels.inspector');
  const { server, name, veil } = props;
  const { vote, leader } = server;
  const row = (term: TermId, field: VeiledField['field'], value: ReactNode) => (
    <>
      <dt>
        <Term id={term} />
      </dt>
      <dd>{veiled(veil, server.sid, field) ? HIDDEN : value}</dd>
    </>
  );
  return (
    <OneStop label={t('values')}>
      <dl className="kv">
        {row('round', 'round', server.round)}
        {row(
          'vote',
          'vote',
          vote === null || server.observer ? (
            t('noVote')
          ) : (
            <span style={{ color: claimColour(vote.leader) }}>
              {zxidText(vote.zxid)} → {name(vote.leader)}
            </span>
          ),
        )}
        {row('epoch', 'epoch', server.currentEpoch)}
        {row('lastZxid', 'zxid', <ZxidText zxid={server.zxid} />)}
        {row('leader', 'state', leader === null ? t('none') : name(leader))}
        {row('phase', 'state', <Phase phase={server.phase} />)}
      </dl>
    </OneStop>
  );
};

const PHASES = ['ELECTION', 'DISCOVERY', 'SYNCHRONIZATION', 'BROADCAST'] as const;

const Phase = (props: { phase: string }) => {
  const known = PHASES.find((phase) => phase === props.phase);
  return known === undefined ? props.phase : <Term id={known} />;
};
